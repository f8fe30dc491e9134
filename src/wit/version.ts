const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]*))?(?:\+([0-9A-Za-z.-]*))?$/;
const LARGEST = 2n ** 64n - 1n;

/** What is wrong with a version, in the words of the reference parser; undefined when it is valid. */
export function versionProblem(text: string): string | undefined {
  const found = VERSION.exec(text);
  if (!found) return misplaced(text);
  const [, major = '', minor = '', patch = '', pre, build] = found;
  for (const [name, number] of [
    ['major', major],
    ['minor', minor],
    ['patch', patch],
  ] as const) {
    if (number.length > 1 && number.startsWith('0')) return `invalid leading zero in ${name} version number`;
    if (BigInt(number) > LARGEST) return `value of ${name} version number exceeds u64::MAX`;
  }
  const isEmpty = (ids: string | undefined) => ids?.split('.').includes('') === true;
  if (pre?.split('.').some((id) => /^0\d+$/.test(id)))
    return 'invalid leading zero in pre-release identifier';
  if (pre !== '' && isEmpty(pre)) return 'empty identifier segment in pre-release identifier';
  if (build !== '' && isEmpty(build)) return 'empty identifier segment in build metadata';
  return undefined;
}

/**
 * Compares two versions by precedence, then by build metadata so that only equal texts are equal.
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(a: string, b: string): number {
  const [, ...x] = VERSION.exec(a) ?? [];
  const [, ...y] = VERSION.exec(b) ?? [];
  for (const index of [0, 1, 2]) {
    const order = compareNumbers(x[index] ?? '0', y[index] ?? '0');
    if (order) return order;
  }
  const [preA, preB] = [x[3] || undefined, y[3] || undefined];
  if (preA !== preB) {
    if (preA === undefined) return 1;
    if (preB === undefined) return -1;
    const order = compareIds(preA, preB);
    if (order) return order;
  }
  return compareIds(x[4] ?? '', y[4] ?? '');
}

function compareIds(a: string, b: string): number {
  const [x, y] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(x.length, y.length); index++) {
    const [p, q] = [x[index], y[index]];
    if (p === undefined) return -1;
    if (q === undefined) return 1;
    if (p === q) continue;
    const [numberP, numberQ] = [/^\d+$/.test(p), /^\d+$/.test(q)];
    if (numberP && numberQ) return compareNumbers(p, q) || (p.length < q.length ? -1 : 1);
    if (numberP !== numberQ) return numberP ? -1 : 1;
    return p < q ? -1 : 1;
  }
  return 0;
}

function compareNumbers(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function misplaced(text: string): string {
  const PARTS = [
    'major version number',
    'minor version number',
    'patch version number',
    'pre-release identifier',
  ];
  const [valid = ''] = /^\d*(?:\.\d*){0,2}(?:-[0-9A-Za-z.-]*)?(?:\+[0-9A-Za-z.-]*)?/.exec(text) ?? [];
  const bad = String.fromCodePoint(text.codePointAt(valid.length) ?? 0);
  const part = valid.includes('+')
    ? 'build metadata'
    : PARTS[valid.includes('-') ? 3 : valid.split('.').length - 1];
  return /[-+.]$/.test(valid)
    ? `empty identifier segment in ${part}`
    : `unexpected character '${bad}' after ${part}`;
}
