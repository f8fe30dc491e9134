import type { SourceFile } from '../problem.ts';
import { firstFrom } from './first-from.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type Parts, partsOf } from './parts.ts';
import { type Blocks, type Heading, readBlocks } from './read-blocks.ts';
import { isNotesTitle } from './titles.ts';

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
export interface Notes extends Parts {
  file: SourceFile;
  frontMatter: FrontMatter;
  lines: NotesLine[];
  headings: Heading[];
  links: Blocks['links'];
}

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
          : blocks.code.has(number) && !isProse(raw, blocks.indented.has(number))
            ? 'code'
            : 'text';
    return { number, raw, indent: width(lead), bullet: bullet.trim() || null, text: text.trim(), kind };
  });
  return { file, frontMatter, lines, headings, links: blocks.links, ...partsOf({ lines, headings }) };
}

/** Whether a line belongs to an agenda. */
export function isPlanned({ planned }: Notes, line: number): boolean {
  const part = planned[firstFrom(planned, line)];
  return part !== undefined && part.from <= line;
}

/** The last line of what a heading governs: up to the next heading of the same or a higher level. */
export function sectionEnd(notes: Notes, heading: Heading): number {
  const next = notes.headings.find((h) => h.line > heading.line && h.level <= heading.level);
  return next ? next.line - 1 : notes.lines.length;
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

/** What somebody said or a heading, set in by so much that Markdown takes it for code. */
function isProse(raw: string, indented: boolean): boolean {
  return /^\s{4,}(?:\*\*|#{1,6}\s)/u.test(raw) || (indented && SAID.test(raw.slice(0, 200)));
}

const SAID = /^\s*(?:TODO )?[\p{Lu}@][\p{L}\p{M}.'’ &/,()-]{0,40}: +[^\s{}=]+(?: +[^\s{}=]+){2}/u;

function width(lead: string): number {
  return lead.replaceAll('\t', '    ').length;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
