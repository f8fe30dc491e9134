export { interfaceAddress, linkName, packageAddress, typeAddress } from './address.ts';
export { type Impact, judge } from './impact.ts';
export {
  type Change,
  type ComparedVersions,
  existence,
  type Pair,
  type PairOf,
  type Perspective,
  type Step,
  type Versions,
} from './pair.ts';
export { pairUp } from './pair-up.ts';
export { entriesOf, worldsOf } from './roles.ts';
export { definition, otherResource, sameDeclaration, sameType, unalias, versionOf } from './same-type.ts';
export { sameTrack, track } from './track.ts';
export { kindText, typeText } from './type-text.ts';
