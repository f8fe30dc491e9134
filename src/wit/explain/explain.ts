import { nearest } from '../../nearest.ts';
import type { BinaryShape, ShapeInterface } from '../binary/binary-shape.ts';
import { sameTrack } from '../compare/pairing/index.ts';
import { compareVersions } from '../version.ts';
import type { Break, Release, ReleaseIndex } from './release-index.ts';

/** What a component, a core module or a WIT package asks for and offers, beside the releases that are known. */
export interface Explanation {
  kind: BinaryShape['kind'] | 'package';
  imports: ExplainedInterface[];
  exports: ExplainedInterface[];
}

/**
 * How an import or export stands to the known releases. `released`: a release has it under this very name.
 * `other-version`: the interface is known, this version of it is not. `unknown-interface`: the package is known and has
 * no such interface. `unknown-package`: nothing is known of its package. `unversioned`: it names no version, so nothing
 * can be said about releases. `no-interface`: a function, or a name of a core module.
 */
export type Standing =
  | 'released'
  | 'other-version'
  | 'unknown-interface'
  | 'unknown-package'
  | 'unversioned'
  | 'no-interface';

export interface ExplainedInterface {
  /** As it stands in the file: `wasi:http/types@0.2.3`. */
  name: string;
  package: string | null;
  interface: string | null;
  version: string | null;
  standing: Standing;
  /** What is used of it, as binaries name it; empty when that cannot be told. */
  items: string[];
  /** Those of them that the named release does not have. */
  missing: string[];
  /** The releases with which it links, the oldest first. */
  providedBy: string[];
  /** Releases after the named one with which it does not link, the oldest first, and what stands in the way. */
  later: LaterRelease[];
  /** A known name that was perhaps meant. */
  nearest: string | null;
}

export interface LaterRelease {
  version: string;
  /** Whether the interface is still there, under whatever version. */
  present: boolean;
  breaks: Break[];
}

const INTERFACE_NAME = /^([a-z][\w-]*:[a-z][\w-]*)\/([a-z%][\w-]*)(?:@(.+))?$/i;

/** Explains imports and exports. @param releases as `releaseIndex` makes them */
export function explain(
  { kind, imports, exports }: Omit<BinaryShape, 'kind'> & { kind: Explanation['kind'] },
  releases: ReleaseIndex,
): Explanation {
  const one = (shape: ShapeInterface) => explainInterface(shape, releases);
  return { kind, imports: imports.map(one), exports: exports.map(one) };
}

function explainInterface({ name, items }: ShapeInterface, releases: ReleaseIndex): ExplainedInterface {
  const [, pkg = null, item = null, version = null] = INTERFACE_NAME.exec(name) ?? [];
  const told: ExplainedInterface = {
    name,
    package: pkg,
    interface: item,
    version,
    standing: 'no-interface',
    items,
    missing: [],
    providedBy: [],
    later: [],
    nearest: null,
  };
  if (pkg === null || item === null) return told;
  const known = Object.hasOwn(releases, pkg) ? releases[pkg] : undefined;
  if (!known) {
    const meant = nearest(pkg, Object.keys(releases));
    return { ...told, standing: 'unknown-package', nearest: meant ? `${meant}/${item}` : null };
  }
  const having = known.filter((release) => Object.hasOwn(release.interfaces, item));
  if (having.length === 0) {
    const names = new Set(known.flatMap(({ interfaces }) => Object.keys(interfaces)));
    const meant = nearest(item, names);
    return { ...told, standing: 'unknown-interface', nearest: meant ? `${pkg}/${meant}` : null };
  }
  if (version === null) return { ...told, standing: 'unversioned' };
  const own = having.find((release) => release.version === version);
  const lacking = (release: Release) => items.filter((used) => !release.interfaces[item]?.includes(used));
  const links = (release: Release) =>
    sameTrack(version, release.version) &&
    compareVersions(release.version, version) >= 0 &&
    having.includes(release) &&
    lacking(release).length === 0;
  return {
    ...told,
    standing: own ? 'released' : 'other-version',
    missing: own ? lacking(own) : [],
    providedBy: known.filter(links).map((release) => release.version),
    later: known
      .filter((release) => compareVersions(release.version, version) > 0 && !links(release))
      .map((release) => ({
        version: release.version,
        present: having.includes(release),
        breaks: breaksUpTo(known, version, release, item, items),
      })),
    nearest: own ? null : `${pkg}/${item}@${closestVersion(having, version)}`,
  };
}

/** What the steps after a version, up to a release, break for one who uses these items of an interface. */
function breaksUpTo(
  known: readonly Release[],
  version: string,
  { version: last }: Release,
  item: string,
  items: readonly string[],
): Break[] {
  const used = new Set(items);
  const concerns = (found: Break) =>
    found.interface === item && (used.size === 0 || !isFunction(found.item) || used.has(found.item));
  const steps = known.filter(
    (release) => compareVersions(release.version, version) > 0 && compareVersions(release.version, last) <= 0,
  );
  const found = steps.flatMap(({ breaks }) => breaks.filter(concerns));
  return [...new Map(found.map((one) => [`${one.item} ${one.message}`, one])).values()];
}

/** A function of its own in a binary; everything else is named by its address, such as `wasi:http/types.error-code`. */
function isFunction(item: string): boolean {
  return !item.includes('/');
}

/** The release that is nearest to a version that does not exist: the next one, or else the newest. */
function closestVersion(having: readonly Release[], version: string): string {
  const next = having.find((release) => compareVersions(release.version, version) > 0);
  return (next ?? having.at(-1))?.version ?? version;
}
