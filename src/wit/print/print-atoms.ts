import type { Ast, Range, TopLevelItem } from '../syntax/ast.ts';
import * as T from '../syntax/kinds.ts';

/** A token or comment on its way to be printed. */
export interface Atom {
  text: string;
  /** Token kind; -1 for a comment. */
  kind: number;
  /** Token index; -1 for a comment. */
  index: number;
  /** Whether a new line has to follow: a comment to the end of the line. */
  endsLine: boolean;
  /** How many lines end between the atom before and this one in the source. */
  newlines: number;
}

/** The tokens and comments of a file in order, without the end, and without parts that are not wanted. */
export function atomsOf(
  file: Ast,
  skip: { withoutHeader: boolean; without: readonly TopLevelItem[] },
): Atom[] {
  const { text, kinds, starts, ends, comments } = file.tokens;
  const header = skip.withoutHeader && file.header ? [file.header] : [];
  const left: Range[] = [...header, ...skip.without];
  const atoms: Atom[] = [];
  let at = 0;
  const add = (start: number, end: number, atom: Pick<Atom, 'kind' | 'index' | 'endsLine'>) => {
    const newlines = countNewlines(text, at, start);
    at = end;
    if (left.some((range) => start >= range.start && start < range.end)) return;
    atoms.push({ ...atom, text: text.slice(start, end).replaceAll('\r\n', '\n').trimEnd(), newlines });
  };
  let comment = 0;
  for (let index = 0; index < kinds.length; index++) {
    const start = starts[index] ?? 0;
    for (; (comments.starts[comment] ?? start) < start; comment++) {
      const from = comments.starts[comment] ?? 0;
      const endsLine = text.startsWith('//', from);
      add(from, comments.ends[comment] ?? from, { kind: -1, index: -1, endsLine });
    }
    if (kinds[index] !== T.end)
      add(start, ends[index] ?? start, { kind: kinds[index] ?? T.end, index, endsLine: false });
  }
  return atoms;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

export function isComment(atom: Atom | undefined): boolean {
  return atom?.kind === -1;
}
