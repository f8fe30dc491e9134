import { cutLines } from './cut-lines.ts';

/** A piece of a note that Markdown can read on its own; `offset` lines stand before it. */
export interface Chunk {
  text: string;
  offset: number;
}

const ENOUGH = 10_000;
/** A heading, or a line of text: at the left edge after a blank line neither belongs to what stands above. */
const BEGINS = /^(?:#{1,6}\s|\*\*|\p{L}[^)]?[^)])/u;
/** Below a line of these nothing goes on; over it stood a heading, or it is a rule. */
const RULE = /^ {0,3}(?:-{2,}|={2,})[^\S\n]*$/u;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S+/u;

/**
 * Cuts a note before headings and paragraphs that follow a blank line or a rule outside fenced code, where no block goes on.
 * A piece is at least 10 kB, so that short notes stay whole. Link definitions are repeated at the end of every piece.
 */
export function chunks(lines: readonly string[]): Chunk[] {
  const cuts = cutLines(lines, { enough: ENOUGH, begins });
  if (cuts.length === 1) return [{ text: lines.join('\n'), offset: 0 }];
  const definitions = lines.filter((line) => DEFINITION.test(line)).slice(0, 500);
  const tail = definitions.length > 0 ? `\n\n${definitions.join('\n')}` : '';
  return cuts.map(({ from, fence }, i) => {
    const next = cuts[i + 1];
    const text = lines.slice(from, next?.from).join('\n') + (next?.fence ? '' : tail);
    return fence ? { text: `${fence}\n${text}`, offset: from - 1 } : { text, offset: from };
  });
}

function begins(line: string, above: string): boolean {
  return (
    (BEGINS.test(line) && (above.trim() === '' || RULE.test(above))) ||
    /^#{1,6}\s/u.test(line) ||
    (RULE.test(line) && RULE.test(above))
  );
}
