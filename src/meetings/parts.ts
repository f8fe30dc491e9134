import { beginsList } from './fields/attendees/begins-list.ts';
import { labelsPerson, readLabel } from './labels.ts';
import type { Notes, NotesLine } from './notes.ts';
import { type Announced, announced, titleLine } from './titles.ts';

/** The parts of a note: what was planned, and where what happened begins. */
export interface Parts {
  /** The line on which the notes proper begin; null when the file holds only an agenda. */
  start: number | null;
  /** The agendas, before the notes or within them: the first line and the last one, which is `line`. */
  planned: { from: number; line: number }[];
}

/** A heading by what it announces. */
interface Titled {
  line: number;
  level: number;
  says: Announced | null;
}

/** Fewer words than this under a heading are a placeholder. */
const SOME_WORDS = 8;
/** So many lines that open with a name are talk, even under an agenda. */
const TALK = 3;

/** Tells the agenda from the notes: by their titles, or by what stands below them. */
export function partsOf({ lines, headings }: Pick<Notes, 'lines' | 'headings'>): Parts {
  const own = titleLine(headings);
  const titled = headings.map(({ title, line, level }): Titled => {
    const says = announced(title);
    return { line, level, says: line <= own && says === 'notes' ? null : says };
  });
  const heading = titled.find(({ says }) => says === 'notes' || says === 'attendees');
  const topic = titled.find(({ line, says }) => line > own && says === null)?.line ?? lines.length + 1;
  const opening = lines.find(
    (line, i) =>
      (line.kind === 'text' && isNotesLine(line)) ||
      beginsList(lines, i, line.number < topic ? 'any' : 'titled') !== null,
  );
  const found = [heading?.line, opening?.number].filter((n) => n !== undefined);
  const start = found.length > 0 ? Math.min(...found) : untitled(lines, titled, own);
  return { start, planned: plannedParts(titled, start, lines.length) };
}

/** Where notes begin that have no title of their own: below the title of the whole, or after an agenda. */
function untitled(lines: readonly NotesLine[], headings: readonly Titled[], own: number): number | null {
  const agenda = headings.find(({ says }) => says === 'agenda');
  if (!agenda) return lines.some((line) => line.kind === 'text') ? own + 1 : null;
  const next = headings.find(
    ({ line, says }, i) =>
      line > agenda.line && says === null && hasWords(lines, line, headings[i + 1]?.line ?? lines.length + 1),
  );
  if (next) return next.line;
  return talks(lines.slice(agenda.line)) ? agenda.line : null;
}

/** `Meeting notes:` */
function isNotesLine({ text, bullet }: NotesLine): boolean {
  return bullet === null && /:[*_\s]*$/u.test(text) && announced(text) === 'notes';
}

function hasWords(lines: readonly NotesLine[], heading: number, next: number): boolean {
  let words = 0;
  for (const line of lines.slice(heading, next - 1)) {
    if (line.kind === 'text' && !/^[_*(]/u.test(line.text))
      words += line.text.split(/\s+/u, SOME_WORDS).length;
    if (words >= SOME_WORDS || speaks(line)) return true;
  }
  return false;
}

function speaks(line: NotesLine): boolean {
  const label = line.kind === 'text' ? readLabel(line.text) : null;
  return label !== null && label.style !== 'alone' && label.style !== 'loose' && labelsPerson(label);
}

function talks(lines: readonly NotesLine[]): boolean {
  let count = 0;
  for (const line of lines) {
    if (speaks(line)) count++;
    if (count >= TALK) return true;
  }
  return false;
}

/** An agenda reaches to the next heading of its level or to the notes; after the notes' own title nothing is planned. */
function plannedParts(headings: readonly Titled[], start: number | null, last: number): Parts['planned'] {
  if (start === null) return [];
  const notes = headings.findLast(({ says }) => says === 'notes')?.line ?? 0;
  const out: Parts['planned'] = [];
  let open: Titled | null = null;
  for (const heading of headings) {
    const { line, level, says } = heading;
    if (open && (level <= open.level || line === start || says === 'notes' || says === 'attendees')) {
      out.push({ from: open.line, line: line - 1 });
      open = null;
    }
    if (says === 'agenda' && line !== start && line < Math.max(start, notes)) open ??= heading;
  }
  if (open) out.push({ from: open.line, line: last });
  return out;
}
