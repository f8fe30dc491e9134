import { tokens } from '../../../src/wit/index.ts';
import type { Random } from './random.ts';

/** Tokens that a mutation may put anywhere. */
const POOL = [
  ...'{ } ( ) < > ; : , . = -> @ / * + - _ % 1 0.1.0 "x"'.split(' '),
  ...'use type func record resource own borrow flags variant enum option result future stream list map as static'.split(
    ' ',
  ),
  ...'interface tuple import export world package constructor include with async bool u8 u32 string f32 char'.split(
    ' ',
  ),
  ...'a b foo x y t a-b A error-context'.split(' '),
  '@since(version = 0.1.0)',
  '@unstable(feature = active)',
  '@unstable(feature = other)',
  '@deprecated(version = 0.1.0)',
  '@external-id("x")',
  '// c\n',
  '/** d */',
];

/** A text with one to three of its tokens deleted, doubled, exchanged, replaced or joined by another. */
export function mutate(text: string, random: Random): string {
  const parts = tokens(text).map(({ text, kind }) => ({ text, kind: kind as string }));
  const isSolid = ({ kind }: { kind: string }) => kind !== 'space';
  const places = () => parts.flatMap((part, index) => (isSolid(part) ? [index] : []));
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0 && parts.some(isSolid); left--) {
    const at = random.pick(places());
    const part = parts[at] ?? { text: '', kind: 'space' };
    const alike = parts.flatMap((other, index) =>
      isSolid(other) && other.kind === part.kind ? [index] : [],
    );
    const other = random.pick(random.below(4) === 0 ? places() : alike);
    switch (random.below(8)) {
      case 0:
        parts[at] = { text: ' ', kind: 'space' };
        break;
      case 1:
        parts.splice(at, 0, part, { text: ' ', kind: 'space' });
        break;
      case 2:
        [parts[at], parts[other]] = [parts[other] ?? part, part];
        break;
      case 3:
        parts[at] = { text: ` ${random.pick(POOL)} `, kind: 'pool' };
        break;
      case 4:
        parts.splice(at, 0, { text: ` ${random.pick(POOL)} `, kind: 'pool' });
        break;
      default:
        parts[at] = { text: parts[other]?.text ?? '', kind: part.kind };
    }
  }
  return parts.map((part) => part.text).join('');
}
