/**
 * The versions that promise compatibility to one another share a track: `1` for 1.x.y, `0.2` for 0.2.z;
 * 0.0.z and pre-releases stand alone. The same rule decides which versions of an interface link.
 */
export function track(version: string | undefined): string {
  if (version === undefined) return '';
  const [, major = '', minor = '', patch = '', pre] = /^(\d+)\.(\d+)\.(\d+)(-[^+]*)?/.exec(version) ?? [];
  if (pre) return `${major}.${minor}.${patch}${pre}`;
  if (major !== '0') return major;
  return minor === '0' ? `0.0.${patch}` : `0.${minor}`;
}

/** Whether both versions promise compatibility to each other; a package without a version promises nothing. */
export function sameTrack(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && track(a) === track(b);
}
