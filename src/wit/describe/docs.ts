import { lastAtMost } from '../report.ts';
import type { Ast, Range } from '../syntax/ast.ts';
import type { TokenList } from '../syntax/lex.ts';

/** The comments between the token that begins at an offset and the token before it, delimiters included. */
export function commentsAbove({ starts, ends, comments }: TokenList, offset: number): Range[] {
  const from = ends[lastAtMost(starts, offset) - 1] ?? 0;
  const found: Range[] = [];
  let at = lastAtMost(comments.starts, from);
  for (; (comments.starts[at] ?? offset) < offset; at++) {
    const start = comments.starts[at] ?? 0;
    if (start >= from) found.push({ start, end: comments.ends[at] ?? start });
  }
  return found;
}

/**
 * The text of all comments, doc comments or not, exactly as the reference tool takes it as documentation:
 * without the slashes, the least indentation removed.
 */
export function allCommentText(text: string, comments: readonly Range[]): string {
  const raw = comments.map(({ start, end }) => stripDelimiters(text.slice(start, end)).trimEnd());
  const indents = raw
    .filter((doc) => doc !== '')
    .map((doc) => doc.length - doc.replace(/^[ \t\n\f\r]+/, '').length);
  const least = ' '.repeat(indents.length > 0 ? Math.min(...indents) : 0);
  const lines = raw.flatMap((doc) => {
    const own = doc.startsWith(least) ? doc.slice(least.length) : doc;
    return own === '' ? [''] : own.split('\n').map((line) => line.replace(/\r$/, ''));
  });
  return lines.join('\n').replace(/\n+$/, '');
}

function stripDelimiters(comment: string): string {
  if (comment.startsWith('/**')) return comment.length < 5 ? '' : comment.slice(3, -2);
  return comment.replace(/^\/+/, '');
}

/** The text of the doc comments (`///` and `/**`) above what begins at an offset; undefined when there are none. */
export function docAbove({ tokens }: Ast, offset: number): string | undefined {
  const { text } = tokens;
  const docs = commentsAbove(tokens, offset)
    .map(({ start, end }) => text.slice(start, end))
    .filter(isDoc);
  if (docs.length === 0) return undefined;
  const lines = docs.flatMap((doc) => (doc.startsWith('///') ? [doc.slice(3)] : blockLines(doc)));
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = indents.length > 0 ? Math.min(...indents) : 0;
  return lines
    .map((line) => line.slice(Math.min(least, line.search(/\S|$/))).trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Whether a comment documents what follows it. */
export function isDoc(comment: string): boolean {
  return comment.startsWith('///') || (comment.startsWith('/**') && comment.length > 4);
}

/** The lines of a block comment; a `*` that begins every line is decoration. */
function blockLines(comment: string): string[] {
  const [first = '', ...rest] = comment.slice(3, -2).split(/\r?\n/);
  const isStarred = rest.length > 0 && rest.every((line) => /^\s*(\*|$)/.test(line));
  const inner = isStarred ? rest.map((line) => line.replace(/^\s*\*?/, '')) : rest;
  // The text beside the opening is not indented like the lines below it.
  return [/\S/.test(first) ? first.replace(/^\s*/, indentOf(inner)) : '', ...inner];
}

function indentOf(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return ' '.repeat(indents.length > 0 ? Math.min(...indents) : 0);
}
