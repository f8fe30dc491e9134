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
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S+/u;

/**
 * Cuts a note before headings and paragraphs that follow a blank line or a rule outside fenced code, where no block goes on.
 * A piece is at least 10 kB, so that short notes stay whole. Link definitions are repeated at the end of every piece.
 */
export function chunks(lines: readonly string[]): Chunk[] {
  const cuts = cutLines(lines);
  if (cuts.length === 1) return [{ text: lines.join('\n'), offset: 0 }];
  const definitions = lines.filter((line) => DEFINITION.test(line)).slice(0, 500);
  const tail = definitions.length > 0 ? `\n\n${definitions.join('\n')}` : '';
  return cuts.map((from, i) => ({ text: lines.slice(from, cuts[i + 1]).join('\n') + tail, offset: from }));
}

function cutLines(lines: readonly string[]): number[] {
  const cuts = [0];
  let size = 0;
  let fence = '';
  lines.forEach((line, i) => {
    const marker = FENCE.exec(line)?.[1];
    if (marker && !fence) fence = marker;
    else if (marker?.startsWith(fence)) fence = '';
    const above = lines[i - 1] ?? '';
    const boundary =
      !fence &&
      ((BEGINS.test(line) && above.trim() === '') ||
        (/^\p{L}/u.test(line) && RULE.test(above)) ||
        /^#{1,6}\s/u.test(line) ||
        (RULE.test(line) && RULE.test(above)));
    if (boundary && size >= ENOUGH) {
      cuts.push(i);
      size = 0;
    }
    size += line.length + 1;
  });
  return cuts;
}
