/** Where a text is cut; inside fenced code with the mark that opened it. */
export interface Cut {
  from: number;
  fence: string;
}

/** Where a text may be cut, and from how many characters it is. */
export interface Cutting {
  enough: number;
  begins: (line: string, above: string) => boolean;
}

/** Markdown's reader takes time that grows faster than the number of lines in a piece. */
const MOST_LINES = 500;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
/** A new block, or at worst the next line of a paragraph; a line below a heading or in a table is neither. */
const LEFT_EDGE = /^(?![-=]+[^\S\n]*$|\|)\S/u;

/**
 * The lines before which a text is cut for Markdown's reader: outside fenced code where a block begins, if the piece is
 * long enough. A piece of 500 lines ends at the next line at the left edge, one of 1000 anywhere.
 */
export function cutLines(lines: readonly string[], { enough, begins }: Cutting): Cut[] {
  const cuts: Cut[] = [{ from: 0, fence: '' }];
  let size = 0;
  let start = 0;
  let fence = '';
  lines.forEach((line, i) => {
    const inside = fence;
    const marker = FENCE.exec(line)?.[1];
    if (marker && !fence) fence = marker;
    else if (marker?.startsWith(fence)) fence = '';
    const many = i - start;
    const isDue =
      (size >= enough && !fence && begins(line, lines[i - 1] ?? '')) ||
      (many >= MOST_LINES && !inside && LEFT_EDGE.test(line)) ||
      many >= 2 * MOST_LINES;
    if (isDue) {
      cuts.push({ from: i, fence: inside });
      size = 0;
      start = i;
    }
    size += line.length + 1;
  });
  return cuts;
}
