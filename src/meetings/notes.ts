import type { SourceFile } from '../problem.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type Blocks, type Heading, readBlocks } from './read-blocks.ts';

/** One line of a note, stripped of what Markdown puts around its words. */
export interface NotesLine {
  number: number;
  raw: string;
  /** Columns before the first character that is not white space. */
  indent: number;
  /** The list marker, when the line opens an item. */
  bullet: string | null;
  /** Without indentation, quotation and list markers. */
  text: string;
  kind: 'blank' | 'heading' | 'code' | 'text';
}

/** A note split into what its fields are read from. */
export interface Notes {
  file: SourceFile;
  frontMatter: FrontMatter;
  lines: NotesLine[];
  headings: Heading[];
  links: Blocks['links'];
  /** The line on which the notes proper begin; null when the file holds only an agenda. */
  start: number | null;
}

const NOTES_TITLE = /^(?:meeting\s+|wasi\s+)?(?:notes|minutes)(?:\s+(?:from|of)\s+the\s+meeting)?$/iu;
const ATTENDEES_TITLE = /^(?:attendees|attendance|attending|participants|present|roll call)(?:\s*\(.*\))?$/iu;
const LINE = /^((?:\s*>)*\s*)((?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?(.*)$/su;

/** Splits a note into lines, headings and links. Never throws. */
export function readNotes(file: SourceFile): Notes {
  const rawLines = file.text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const frontMatter = readFrontMatter(file.path, rawLines);
  const blocks = readBlocks(rawLines.map((line, i) => (i < frontMatter.endLine ? '' : line)));
  const headings = withLooseHeadings(blocks, rawLines, frontMatter.endLine);
  const headingLines = new Set(headings.flatMap((h) => range(h.line, h.endLine)));
  const lines = rawLines.map((raw, i): NotesLine => {
    const number = i + 1;
    const [, lead = '', bullet = '', text = ''] = LINE.exec(raw) ?? [];
    const kind =
      number <= frontMatter.endLine || raw.trim() === ''
        ? 'blank'
        : headingLines.has(number)
          ? 'heading'
          : blocks.code.has(number) && !isIndentedProse(raw)
            ? 'code'
            : 'text';
    return { number, raw, indent: width(lead), bullet: bullet.trim() || null, text: text.trim(), kind };
  });
  const notes = { file, frontMatter, lines, headings, links: blocks.links, start: null };
  return { ...notes, start: startOf(notes) };
}

/** Whether a heading or line announces the notes themselves. */
export function isNotesTitle(title: string): boolean {
  return NOTES_TITLE.test(bare(title));
}

/** Whether a heading or line announces the list of attendees. */
export function isAttendeesTitle(title: string): boolean {
  return ATTENDEES_TITLE.test(bare(title));
}

/** The last line of what a heading governs: up to the next heading of the same or a higher level. */
export function sectionEnd(notes: Notes, heading: Heading): number {
  const next = notes.headings.find((h) => h.line > heading.line && h.level <= heading.level);
  return next ? next.line - 1 : notes.lines.length;
}

function bare(title: string): string {
  return title.replace(/[*_`]/gu, '').trim().replace(/\s*:$/u, '');
}

function startOf(notes: Notes): number | null {
  const heading = notes.headings.find((h) => isNotesTitle(h.title) || isAttendeesTitle(h.title));
  const line = notes.lines.find(
    (l) =>
      l.kind === 'text' && (isAttendeesTitle(l.text) || /^attendees\s*:/iu.test(l.text) || isNotesLine(l)),
  );
  const found = [heading?.line, line?.number].filter((n) => n !== undefined);
  if (found.length > 0) return Math.min(...found);
  const afterAgenda = notes.headings.findIndex((h) => /^agenda items?$/iu.test(h.title));
  const next = afterAgenda < 0 ? undefined : notes.headings[afterAgenda + 1];
  return next && speaks(notes.lines, next.line) ? next.line : null;
}

function isNotesLine(line: NotesLine): boolean {
  return /^(?:meeting )?notes\s*:$/iu.test(line.text.replace(/[*_#]/gu, ''));
}

function speaks(lines: readonly NotesLine[], from: number): boolean {
  return lines.slice(from).some((l) => /^\*\*[^*]{2,40}\*\*\s*\S|^\p{Lu}[\p{L} ]{1,30}:\s/u.test(l.text));
}

/** `##Topic` and indented `## Notes` are no headings to Markdown, but they are to whoever wrote them. */
function withLooseHeadings(blocks: Blocks, rawLines: readonly string[], after: number): Heading[] {
  const known = new Set(blocks.headings.map((h) => h.line));
  const loose = rawLines.flatMap((raw, i): Heading[] => {
    const line = i + 1;
    if (line <= after || known.has(line)) return [];
    const [, marks, title] = /^\s{0,12}(#{2,6})\s*([^#\s].*)$|^$/u.exec(raw) ?? [];
    if (!marks || !title || (blocks.code.has(line) && !isNotesTitle(title))) return [];
    return [{ title: plain(title), level: marks.length, line, endLine: line }];
  });
  const proper = blocks.headings.filter((h) => h.endLine - h.line < 2);
  return [...proper, ...loose].sort((a, b) => a.line - b.line);
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*`]|\s*#+\s*$/gu, '')
    .trim();
}

function isIndentedProse(raw: string): boolean {
  return /^\s{4,}(?:\*\*|#{1,6}\s)/u.test(raw);
}

function width(lead: string): number {
  return lead.replaceAll('\t', '    ').length;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
