import { lastAtMost } from '../report.ts';
import type { Ast, Range } from '../syntax/ast.ts';
import * as T from '../syntax/kinds.ts';
import { ROLES } from '../syntax/roles.ts';
import { isBuiltIn, isName, isReserved } from '../syntax/tokens.ts';
import type { Link, Part, PartKind } from './model.ts';

/** Where the name at an offset leads, if it names something that has an address. */
export type Links = ReadonlyMap<number, Link>;

/** What a token stands for. */
export function tokenKind({ tokens, roles }: Ast, index: number): PartKind {
  const role = ROLES[roles[index] ?? 0];
  if (role) return role;
  const kind = tokens.kinds[index] ?? T.end;
  if (isBuiltIn(kind)) return 'primitive';
  if (isReserved(kind)) return 'keyword';
  if (isName(kind)) return 'name';
  if (kind === T.integer) return 'number';
  return kind === T.string ? 'string' : 'punctuation';
}

/** A token as a part, with its link. */
export function tokenPart(ast: Ast, index: number, links?: Links): Part {
  const start = ast.tokens.starts[index] ?? 0;
  const text = ast.tokens.text.slice(start, ast.tokens.ends[index]);
  const link = links?.get(start);
  return { text, kind: tokenKind(ast, index), link };
}

/** The tokens of a range of a file: index of the first, and of the first after. */
export function tokenRange({ tokens }: Ast, { start, end }: Range): [from: number, to: number] {
  const first = lastAtMost(tokens.starts, start);
  const from = (tokens.starts[first] ?? 0) < start ? first + 1 : first;
  let to = from;
  while (to < tokens.kinds.length - 1 && (tokens.starts[to] ?? 0) < end) to++;
  return [from, to];
}

function hasSpaceBetween(ast: Ast, left: number, right: number): boolean {
  const { kinds } = ast.tokens;
  const [a, b] = [kinds[left] ?? T.end, kinds[right] ?? T.end];
  const [roleA, roleB] = [tokenKind(ast, left), tokenKind(ast, right)];
  if (roleA === 'version' && roleB === 'version') return false;
  if (NO_SPACE_BEFORE.has(b) || NO_SPACE_AFTER.has(a)) return false;
  if (a === T.colon) return tokenKind(ast, left - 1) !== 'package';
  if (b === T.openBrace) return a !== T.period;
  if (a === T.openBrace || b === T.closeBrace) return isRenaming(ast, a === T.openBrace ? left : right);
  return true;
}

const NO_SPACE_BEFORE = new Set<number>([
  T.comma,
  T.semicolon,
  T.colon,
  T.closeParen,
  T.greater,
  T.period,
  T.openParen,
  T.less,
  T.slash,
]);
const NO_SPACE_AFTER = new Set<number>([T.openParen, T.less, T.period, T.slash, T.at]);

/** Whether a brace belongs to `with { a as b }`, which has spaces inside, and not to `.{a, b}`. */
function isRenaming({ tokens }: Ast, brace: number): boolean {
  let index = brace;
  while (index > 0 && tokens.kinds[index] !== T.openBrace) index--;
  return tokens.kinds[index - 1] !== T.period;
}

/** Tokens on one line as parts, with canonical spaces; a comma before a closing bracket is left out. */
export function lineParts(ast: Ast, from: number, to: number, links?: Links): Part[] {
  const { kinds } = ast.tokens;
  const parts: Part[] = [];
  let left = -1;
  for (let index = from; index < to; index++) {
    const next = kinds[index + 1] ?? T.end;
    if (kinds[index] === T.comma && CLOSING.has(next) && index + 1 < to) continue;
    if (left >= 0 && isSpaced(ast, left, index)) parts.push({ text: ' ', kind: 'space' });
    parts.push(tokenPart(ast, index, links));
    left = index;
  }
  return parts;
}

const CLOSING = new Set<number>([T.closeParen, T.greater, T.closeBrace]);

/** Whether canonical WIT has a space between two tokens that follow each other on a line. */
export function isSpaced(ast: Ast, left: number, right: number): boolean {
  const isVersion = ast.tokens.kinds[right] === T.at && tokenKind(ast, right) !== 'attribute';
  return !isVersion && hasSpaceBetween(ast, left, right);
}

/** The text of parts. */
export function partsText(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
