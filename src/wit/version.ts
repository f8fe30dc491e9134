import { quote } from './syntax/quote.ts';

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]*))?(?:\+([0-9A-Za-z.-]*))?$/;
const LARGEST = 2n ** 64n - 1n;

const NUMBERS = ['major version number', 'minor version number', 'patch version number'];

/** What is wrong with a version, in the words of the reference parser; undefined when it is valid. */
export function versionProblem(text: string): string | undefined {
  let at = 0;
  let part = '';
  for (const [index, name] of NUMBERS.entries()) {
    part = name;
    if (index > 0 && text.charAt(at++) !== '.') return unexpected(text, at - 1, 'after', NUMBERS[index - 1]);
    const digits = /^\d*/.exec(text.slice(at))?.[0] ?? '';
    if (digits === '') return unexpected(text, at, 'while parsing', name);
    if (digits.length > 1 && digits.startsWith('0')) return `invalid leading zero in ${name}`;
    if (BigInt(digits) > LARGEST) return `value of ${name} exceeds u64::MAX`;
    at += digits.length;
  }
  for (const [sign, name] of [
    ['-', 'pre-release identifier'],
    ['+', 'build metadata'],
  ] as const) {
    if (text.charAt(at) !== sign) continue;
    part = name;
    const ids = /^[0-9A-Za-z.-]*/.exec(text.slice(at + 1))?.[0] ?? '';
    if (ids.split('.').includes('')) return `empty identifier segment in ${name}`;
    if (sign === '-' && ids.split('.').some((id) => /^0\d+$/.test(id)))
      return `invalid leading zero in ${name}`;
    at += 1 + ids.length;
  }
  return at < text.length ? unexpected(text, at, 'after', part) : undefined;
}

function unexpected(text: string, at: number, where: string, part = ''): string {
  const character = text.codePointAt(at);
  if (character === undefined) return `unexpected end of input while parsing ${part}`;
  return `unexpected character ${quote(String.fromCodePoint(character))} ${where} ${part}`;
}

interface Version {
  /** Major, minor, patch. */
  numbers: bigint[];
  pre: string[];
  build: string[];
}

function readVersion(text: string): Version {
  const [, major = '0', minor = '0', patch = '0', pre = '', build = ''] = VERSION.exec(text) ?? [];
  const ids = (list: string) => (list === '' ? [] : list.split('.'));
  return { numbers: [major, minor, patch].map(BigInt), pre: ids(pre), build: ids(build) };
}

/**
 * Compares two versions by precedence, then by build metadata so that only equal texts are equal.
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [readVersion(a), readVersion(b)];
  for (const [index, number] of x.numbers.entries()) {
    const other = y.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  // A pre-release comes before its release.
  if (x.pre.length === 0 || y.pre.length === 0) {
    if (x.pre.length !== y.pre.length) return x.pre.length === 0 ? 1 : -1;
  }
  return compareIds(x.pre, y.pre) || compareIds(x.build, y.build);
}

function compareIds(x: readonly string[], y: readonly string[]): number {
  for (let index = 0; index < Math.max(x.length, y.length); index++) {
    const [p, q] = [x[index], y[index]];
    if (p === undefined) return -1;
    if (q === undefined) return 1;
    if (p === q) continue;
    const [isNumberP, isNumberQ] = [/^\d+$/.test(p), /^\d+$/.test(q)];
    if (isNumberP !== isNumberQ) return isNumberP ? -1 : 1;
    if (isNumberP && BigInt(p) !== BigInt(q)) return BigInt(p) < BigInt(q) ? -1 : 1;
    return isNumberP ? p.length - q.length : p < q ? -1 : 1;
  }
  return 0;
}
