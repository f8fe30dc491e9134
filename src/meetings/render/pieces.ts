import { cutLines } from '../cut-lines.ts';
import { shallow } from '../shallow.ts';

/** A range of Markdown that is rendered at once; `plain` ones are beyond what a Markdown parser reads in good time. */
export interface Piece {
  text: string;
  plain: boolean;
}

const ENOUGH = 8_000;
const LONGEST_PARAGRAPH = 100_000;
/** More brackets or stars than this in one paragraph were not typed by anybody taking notes. */
const MOST_MARKS = 400;

/** Markdown of any size and depth in pieces that a Markdown parser reads in good time. Every word of it stays. */
export function boundedMarkdown(markdown: string): Piece[] {
  return pieces(markdown.split('\n').map(shallow).join('\n'));
}

/** Cuts long Markdown at blank lines outside fenced code, and where too many lines follow one another. */
export function pieces(markdown: string): Piece[] {
  const lines = markdown.split('\n');
  const cuts = cutLines(lines, {
    enough: ENOUGH,
    begins: (line, above) => /^\S/u.test(line) && above.trim() === '',
  });
  return cuts.map(({ from, fence }, i) => {
    const text = lines.slice(from, cuts[i + 1]?.from).join('\n');
    return piece(fence ? `${fence}\n${text}` : text);
  });
}

function piece(text: string): Piece {
  return { text, plain: text.length > ENOUGH && !isOrdinary(text) ? true : hasTooManyMarks(text) };
}

function isOrdinary(text: string): boolean {
  return text.split(/\n\s*\n/u).every((paragraph) => paragraph.length <= LONGEST_PARAGRAPH);
}

function hasTooManyMarks(text: string): boolean {
  if (text.length < 2 * MOST_MARKS) return false;
  return text.split(/\n\s*\n/u).some((paragraph) => {
    const marks = paragraph.match(/[[\]*_`~!<>&\\]/gu)?.length ?? 0;
    return marks > MOST_MARKS && marks > paragraph.length / 20;
  });
}
