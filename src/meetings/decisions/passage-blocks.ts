import type { SourceFile } from '../../problem.ts';
import { notedBlocks } from '../fields/decisions.ts';
import type { Meeting } from '../meeting.ts';
import { readNotes } from '../notes.ts';
import { see } from './features.ts';
import { rank } from './rank.ts';

/** A paragraph or list item of a note with its words as written, and how likely it carries a decision. */
export interface PassageBlock {
  line: number;
  endLine: number;
  /** Without white space at the ends of lines. */
  text: string;
  score: number;
}

/** The paragraphs and list items of a note in which decisions are looked for. */
export function passageBlocks(file: SourceFile, { turns }: Pick<Meeting, 'turns'>): PassageBlock[] {
  const notes = readNotes(file);
  return see(notedBlocks(notes, turns)).map((seen) => {
    const { line, endLine } = seen.block;
    const raw = notes.lines.slice(line - 1, endLine).map((one) => one.raw.trim());
    return { line, endLine, text: raw.join('\n'), score: seen.cues.length > 0 ? rank(seen) : 0 };
  });
}
