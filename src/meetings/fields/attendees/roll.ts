import type { NotesLine } from '../../notes.ts';
import type { Convention, Listed } from './listed.ts';
import { isEntry, parts, unmarked } from './names.ts';

/** No paragraph of names is longer. */
const MOST_LINES = 200;

/** A paragraph of names between commas, over as many lines as it takes: `Ada Lark (AL), Ben Moss (BM),` */
export const roll: Convention = (lines, at) => {
  const first = lines[at];
  if (first?.kind !== 'text' || first.bullet || first.text.includes('|')) return null;
  if (parts(unmarked(first.text)).length < 3) return null;
  const listed = namesOver(lines, at);
  return listed.length > 0 ? { listed, next: at + listed.length } : null;
};

/** The names in the lines of a paragraph; none when some part of it is no name. A name may go on in the next line. */
export function namesOver(lines: readonly NotesLine[], at: number, first?: string): Listed[] {
  const out: Listed[] = [];
  let rest = '';
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES); i++) {
    const line = lines[i];
    if (line?.kind !== 'text' || (i > at && (line.bullet || /^[*_]|:/u.test(line.text)))) break;
    const text = unmarked(i === at && first !== undefined ? first : line.text);
    const names = parts(rest ? `${rest} ${text}` : text);
    rest = /[,;]\s*(?:and)?$/u.test(text) || names.length === 0 ? '' : (names.pop() ?? '');
    out.push({ line, names });
  }
  if (rest) out.at(-1)?.names.push(rest.replace(/\.$/u, ''));
  return out.every(({ names }) => names.every((name) => isEntry(name, true))) ? out : [];
}
