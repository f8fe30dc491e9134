import { listedLines } from '../fields/attendees/index.ts';
import { tallies } from '../fields/tally.ts';
import { spokenLines } from '../fields/turns.ts';
import { firstFrom } from '../first-from.ts';
import type { Decision, Meeting, Topic, Turn } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';
import type { Heading } from '../read-blocks.ts';

/** A range of a note that is shown as one thing. Lines are inclusive. */
export type Segment =
  | { kind: 'heading'; heading: Heading; topic: Topic | undefined }
  | { kind: 'attendees'; names: string[] }
  | { kind: 'turn'; turn: Turn; first: NotesLine; decisions: Decision[] }
  | { kind: 'vote'; decisions: Decision[]; lines: NotesLine[] }
  | { kind: 'text'; decisions: Decision[]; lines: NotesLine[] };

/** The whole note, in order, each of its lines in one segment. */
export function segments(notes: Notes, meeting: Meeting): Segment[] {
  const headings = new Map(notes.headings.map((h) => [h.line, h]));
  const topics = new Map(meeting.topics.map((topic) => [topic.line, topic]));
  const turns = new Map(meeting.turns.map((turn) => [turn.line, turn]));
  const listed = new Set(listedLines(notes).map((entry) => entry.line.number));
  const votes = voteLines(notes);
  const out: Segment[] = [];
  const decided = (from: number, to: number) =>
    meeting.decisions.slice(firstFrom(meeting.decisions, from), firstFrom(meeting.decisions, to + 1));
  for (let n = notes.frontMatter.endLine + 1; n <= notes.lines.length; ) {
    const line = notes.lines[n - 1];
    if (!line) break;
    const heading = headings.get(n);
    const turn = turns.get(n);
    const vote = votes.get(n);
    const last = out.at(-1);
    if (heading) {
      out.push({ kind: 'heading', heading, topic: topics.get(n) });
      n = heading.endLine + 1;
    } else if (turn) {
      out.push({ kind: 'turn', turn, first: line, decisions: decided(n, turn.endLine) });
      n = turn.endLine + 1;
    } else if (vote !== undefined) {
      out.push({ kind: 'vote', lines: notes.lines.slice(n - 1, vote), decisions: decided(n, vote) });
      n = vote + 1;
    } else if (listed.has(n)) {
      if (last?.kind === 'attendees') last.names.push(line.text);
      else out.push({ kind: 'attendees', names: [line.text] });
      n++;
    } else {
      if (last?.kind === 'text') last.lines.push(line);
      else if (line.kind !== 'blank') out.push({ kind: 'text', lines: [line], decisions: [] });
      n++;
    }
  }
  for (const segment of out) {
    if (segment.kind === 'text')
      segment.decisions = decided(segment.lines[0]?.number ?? 0, segment.lines.at(-1)?.number ?? 0);
  }
  return out;
}

/** The first and last line of each tally; a table begins with its header. */
function voteLines(notes: Notes): Map<number, number> {
  const out = new Map<number, number>();
  const isRow = (n: number) => notes.lines[n - 1]?.text.includes('|') ?? false;
  for (const { line, endLine } of tallies(spokenLines(notes))) {
    let from = line;
    let to = endLine;
    if (isRow(line)) {
      while (from > 1 && isRow(from - 1)) from--;
      while (isRow(to + 1)) to++;
    }
    out.set(from, Math.max(to, out.get(from) ?? 0));
  }
  return out;
}
