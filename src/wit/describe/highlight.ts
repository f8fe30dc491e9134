import type { Resolved } from '../resolve/resolved.ts';
import type { Ast } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import { isDoc } from './docs.ts';
import { linksOf } from './links.ts';
import type { Part } from './model.ts';
import { tokenPart } from './parts.ts';

/**
 * A whole file as parts, whose texts joined are the file again. With `resolved`, every name that leads to a
 * definition has its link.
 */
export function highlight(ast: Ast, resolved?: Resolved): Part[] {
  const { text, starts, ends, comments } = ast.tokens;
  const links = resolved && linksOf(ast, resolved);
  const parts: Part[] = [];
  let at = 0;
  const gap = (to: number) => {
    if (to > at) parts.push({ text: text.slice(at, to), kind: 'space' });
    at = Math.max(at, to);
  };
  let comment = 0;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] ?? text.length;
    for (; (comments.starts[comment] ?? start) < start; comment++) {
      gap(comments.starts[comment] ?? at);
      const own = text.slice(at, comments.ends[comment]);
      parts.push({ text: own, kind: isDoc(own) ? 'doc' : 'comment' });
      at += own.length;
    }
    gap(start);
    if (index < starts.length - 1) parts.push(tokenPart(ast, index, links));
    at = ends[index] ?? at;
  }
  return parts;
}

/** A text as coloured parts, valid WIT or not, without links: for editors and for text as it is typed. */
export function tokens(text: string): Part[] {
  return highlight(parse({ path: '', text }).value);
}
