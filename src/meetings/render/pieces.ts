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

/** Cuts long Markdown at blank lines outside fenced code and away from lists. */
export function pieces(markdown: string): Piece[] {
  if (markdown.length <= ENOUGH) return [piece(markdown)];
  const out: Piece[] = [];
  let lines: string[] = [];
  let size = 0;
  let fence = '';
  for (const line of markdown.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (marker && !fence) fence = marker;
    else if (marker?.startsWith(fence)) fence = '';
    const boundary = !fence && line.trim() !== '' && /^\S/u.test(line) && (lines.at(-1) ?? '').trim() === '';
    if (boundary && size >= ENOUGH) {
      out.push(piece(lines.join('\n')));
      lines = [];
      size = 0;
    }
    lines.push(line);
    size += line.length + 1;
  }
  out.push(piece(lines.join('\n')));
  return out;
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
