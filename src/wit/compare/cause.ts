import type { TypeDef, TypeRef } from '../resolve/resolved.ts';
import {
  type ComparedVersions,
  otherResource,
  type Step,
  track,
  typeAddress,
  versionOf,
} from './pairing/index.ts';

/** Why something differs that is not different in itself. What has one cause is told as one finding. */
export type Cause =
  /** A package is used on another track: the names of all that comes from it are others. */
  | { kind: 'step'; step: Step }
  /** A resource is declared elsewhere. */
  | { kind: 'resource'; old: string; new: string }
  /** Another package is not used any more, or is used now. */
  | { kind: 'package'; address: string }
  /** An interface is not there any more. */
  | { kind: 'interface'; address: string }
  /** What a world includes differs. */
  | { kind: 'include'; address: string };

/** What two causes that are one have in common. */
export function causeKey(cause: Cause): string {
  switch (cause.kind) {
    case 'step':
      return `step ${cause.step.package} ${cause.step.old} ${cause.step.new}`;
    case 'resource':
      return `resource ${cause.old} ${cause.new}`;
    default:
      return `${cause.kind} ${cause.address}`;
  }
}

/** Why two types differ, when it is for one resource alone. */
export function typeCause(
  versions: ComparedVersions,
  a: TypeRef | null,
  b: TypeRef | null,
): Cause | undefined {
  const other = otherResource(versions, a, b);
  if (!other) return undefined;
  const [from, to] = [typeAddress(versions.old, other.old), typeAddress(versions.new, other.new)];
  if (from === undefined || to === undefined) return undefined;
  if (from !== to) return { kind: 'resource', old: from, new: to };
  const [before, after] = [
    track(versionOf(versions.old, other.old)),
    track(versionOf(versions.new, other.new)),
  ];
  return { kind: 'step', step: { package: from.replace(/\/.*/, ''), old: before, new: after } };
}

/** Why two declarations of one name differ, when both are other names for types that differ for one resource alone. */
export function declarationCause(versions: ComparedVersions, a: TypeDef, b: TypeDef): Cause | undefined {
  if (a.kind.kind !== 'alias' || b.kind.kind !== 'alias') return undefined;
  return typeCause(versions, a.kind.type, b.kind.type);
}

/** What a cause does to a type, as the end of a sentence about it. */
export function causeText(cause: Cause, name: string): string {
  const where = (address: string) => `\`${address.replace(/\.[^.]*$/, '')}\``;
  switch (cause.kind) {
    case 'resource':
      return `is another \`${name}\`: a resource of ${where(cause.new)} and no longer of ${where(cause.old)}`;
    case 'step':
      return `is another \`${name}\`: that of \`${cause.step.package}\` ${cause.step.new || 'without a version'} and no longer ${cause.step.old || 'without a version'}`;
    default:
      return `is another \`${name}\``;
  }
}
