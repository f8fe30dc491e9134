export { type Impact, judge } from './impact.ts';
export {
  type Change,
  type ComparedVersions,
  existence,
  type Pair,
  type PairOf,
  type Perspective,
  type Versions,
} from './pair.ts';
export { pairUp } from './pair-up.ts';
export { definition, sameDeclaration, sameType, unalias } from './same-type.ts';
export { sameTrack, track } from './track.ts';
export { kindText, typeText } from './type-text.ts';
