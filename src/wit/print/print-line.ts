import { isSpaced } from '../describe/parts.ts';
import type { Ast } from '../syntax/ast.ts';
import * as T from '../syntax/kinds.ts';
import { type Atom, isComment } from './print-atoms.ts';

const WIDEST = 100;
const STEP = '  ';

export function indent(level: number): string {
  return STEP.repeat(level);
}

const OPEN = new Set<number>([T.openParen, T.openBrace, T.less]);
const CLOSE = new Set<number>([T.closeParen, T.closeBrace, T.greater]);

/**
 * Atoms of one declaration, or part of one, as text: on one line if it fits, else with the elements of its
 * first brackets on lines of their own. The first line is not indented.
 */
export function layOut(file: Ast, atoms: readonly Atom[], level: number, suffix = ''): string {
  const line = flat(file, atoms);
  const mustBreak = atoms.some(({ endsLine, text }) => endsLine || text.includes('\n'));
  if (!mustBreak && indent(level).length + line.length + suffix.length <= WIDEST) return line + suffix;
  const open = atoms.findIndex(({ kind }) => OPEN.has(kind));
  if (open < 0 || (isComment(atoms[open + 1]) === false && CLOSE.has(atoms[open + 1]?.kind ?? -1))) {
    return inSequence(file, atoms, level) + suffix;
  }
  return broken(file, atoms, open, level) + suffix;
}

function flat(file: Ast, atoms: readonly Atom[]): string {
  let text = '';
  let before: Atom | undefined;
  for (const [position, atom] of atoms.entries()) {
    const next = atoms[position + 1];
    // The comma after the last element is for elements on lines of their own.
    if (atom.kind === T.comma && next && CLOSE.has(next.kind)) continue;
    text += (before && spaceBetween(file, before, atom) ? ' ' : '') + atom.text;
    before = atom;
  }
  return text;
}

/** One after the other, a new line only where a comment asks for it. */
function inSequence(file: Ast, atoms: readonly Atom[], level: number): string {
  let text = '';
  let before: Atom | undefined;
  for (const atom of atoms) {
    if (before?.endsLine) text += `\n${indent(level + 1)}`;
    else if (before && spaceBetween(file, before, atom)) text += ' ';
    text += atom.text;
    before = atom;
  }
  return text;
}

export function spaceBetween(file: Ast, left: Atom, right: Atom): boolean {
  if (isComment(left) || isComment(right))
    return !(isComment(left) && right.kind === T.comma && !left.endsLine);
  return isSpaced(file, left.index, right.index);
}

function broken(file: Ast, atoms: readonly Atom[], open: number, level: number): string {
  const close = matching(atoms, open);
  const elements = split(atoms.slice(open + 1, close));
  const mayTrail = mayEndWithComma(atoms, open);
  let text = inSequence(file, atoms.slice(0, open + 1), level);
  for (const [position, element] of elements.entries()) {
    const isLast = position === elements.length - 1;
    const { beside, above, own } = element;
    for (const comment of beside) text += ` ${comment.text}`;
    for (const comment of above) text += `\n${indent(level + 1)}${comment.text}`;
    if (own.length === 0) continue;
    const comma = !isLast || mayTrail;
    text += `\n${indent(level + 1)}${withComma(file, own, level + 1, comma, isLast)}`;
  }
  const rest = atoms.slice(close);
  return `${text}\n${indent(level)}${layOut(file, rest, level)}`;
}

/** Whether a comma may stand behind the last element: not so in `list<u8, 4>`, in a case or in an attribute. */
function mayEndWithComma(atoms: readonly Atom[], open: number): boolean {
  if (atoms[open]?.kind === T.openBrace) return true;
  const before = atoms.slice(0, open).findLast((atom) => !isComment(atom))?.kind;
  return before === T.tuple || before === T.func || before === T.constructor;
}

/** An element and its comma, which stays after the comments that stood before it unless it is the last. */
export function withComma(
  file: Ast,
  own: readonly Atom[],
  level: number,
  comma: boolean,
  isLast: boolean,
): string {
  if (!comma) return layOut(file, own, level);
  const last = own.at(-1);
  if (!isComment(last)) return layOut(file, own, level, ',');
  const words = own.slice(0, own.findLastIndex((atom) => !isComment(atom)) + 1);
  const comments = own.slice(words.length);
  if (isLast) return `${layOut(file, words, level, ',')} ${inSequence(file, comments, level)}`;
  return `${layOut(file, own, level)}${last?.endsLine ? `\n${indent(level)}` : ''},`;
}

export interface Element {
  /** Comments on the line of what stands before the element. */
  beside: Atom[];
  /** Comments on lines of their own above it. */
  above: Atom[];
  /** The element, with comments in and after it. Empty for what follows the last comma. */
  own: Atom[];
}

/** Splits what is between brackets at its commas. */
export function split(atoms: readonly Atom[]): Element[] {
  const elements: Element[] = [];
  let depth = 0;
  let own: Atom[] = [];
  const finish = () => {
    const first = own.findIndex((atom) => !isComment(atom));
    const leading = first < 0 ? own : own.slice(0, first);
    const besideCount = leading.findIndex((atom) => atom.newlines > 0);
    const beside = besideCount < 0 ? leading : leading.slice(0, besideCount);
    // A comment that does not end its line goes on beside the element.
    elements.push({ beside, above: leading.slice(beside.length), own: first < 0 ? [] : own.slice(first) });
    own = [];
  };
  for (const atom of atoms) {
    if (OPEN.has(atom.kind)) depth++;
    else if (CLOSE.has(atom.kind)) depth--;
    if (atom.kind === T.comma && depth === 0) finish();
    else own.push(atom);
  }
  if (own.length > 0) finish();
  return elements;
}

export function matching(atoms: readonly Atom[], open: number): number {
  let depth = 0;
  for (let at = open; at < atoms.length; at++) {
    const kind = atoms[at]?.kind ?? -1;
    if (OPEN.has(kind)) depth++;
    else if (CLOSE.has(kind) && --depth === 0) return at;
  }
  return atoms.length;
}
