import { type Label, looksLikeName, readLabel } from '../labels.ts';
import type { Topic, Turn } from '../meeting.ts';
import type { Matcher } from '../names.ts';
import { isPlanned, type Notes, type NotesLine } from '../notes.ts';
import { type Candidate, speakers } from '../speakers.ts';
import { listedLines } from './attendees/index.ts';
import { isTallyLine, isVoteName } from './tally.ts';

/** What was said, by whom, in order. A turn ends where the next begins, at a heading, a tally or pasted chat. */
export function turns(notes: Notes, people: Matcher, topics: readonly Topic[]): Turn[] {
  const spoken = spokenLines(notes);
  const labels = new Map(speakers(candidates(spoken), people).map((c) => [c.line.number, c.label]));
  const out: Turn[] = [];
  let open: { turn: Turn; text: string[]; item: NotesLine | null; term: boolean } | null = null;
  let next = 0;
  let topic: string | null = null;
  const close = () => {
    if (open) open.turn.text = open.text.join('\n').replace(/^\s*\n|\s+$/gu, '');
    open = null;
  };
  for (const line of spoken) {
    while (next < topics.length && (topics[next]?.line ?? 0) <= line.number)
      topic = topics[next++]?.id ?? null;
    const label = labels.get(line.number);
    if (label) {
      close();
      const turn: Turn = {
        id: `turn-${out.length + 1}`,
        topic,
        speaker: label.speaker,
        text: '',
        line: line.number,
        endLine: line.number,
      };
      const person = personOf(label.speaker, people);
      if (person) turn.person = person;
      out.push(turn);
      open = {
        turn,
        text: label.text ? [label.text] : [],
        item: line.bullet ? line : null,
        term: line.text.startsWith('<dt>'),
      };
    } else if (line.kind === 'heading' || isTallyLine(line.text) || isPastedChat(line.text)) close();
    else if (open && leavesItem(open.item, line)) close();
    else if (open) {
      open.text.push(open.term ? line.raw.replace(/^\s*<dd>\s*/u, '') : line.raw);
      if (line.kind !== 'blank') open.turn.endLine = line.number;
    }
  }
  close();
  return out;
}

/** A turn that is an item of a list ends with the next item that is not below it. */
function leavesItem(item: NotesLine | null, line: NotesLine): boolean {
  return item !== null && line.bullet !== null && line.indent <= item.indent;
}

/** `From Somebody to Everyone 09:12 AM`: the head of a message pasted from the call's chat. */
export function isPastedChat(text: string): boolean {
  return /^(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?from\s+.{2,50}?\s+to\s+(?:everyone|all)\b/iu.test(text);
}

/** The lines of the notes in which people can speak: not the agenda, not the list of attendees. */
export function spokenLines(notes: Notes): NotesLine[] {
  if (notes.start === null) return [];
  const start = notes.start;
  const listed = new Set(listedLines(notes).map(({ line }) => line.number));
  return notes.lines.filter(
    (line) => line.number >= start && !listed.has(line.number) && !isPlanned(notes, line.number),
  );
}

/** The attendee whom a label stands for, when it can be only one. */
export function personOf(speaker: string, people: Matcher): string | null {
  const found = people(speaker);
  return found?.names.length === 1 ? (found.names[0] ?? null) : null;
}

function candidates(lines: readonly NotesLine[]): Candidate[] {
  const out: Candidate[] = [];
  lines.forEach((line, i) => {
    if (line.kind !== 'text') return;
    const label = readLabel(line.text) ?? alone(line, lines[i + 1]);
    if (label && isVoteName(label.speaker) && isTallyLine(line.text)) return;
    if (label) out.push({ line, label });
  });
  return out;
}

/** A name on a line of its own, over the bullets of what was said. */
function alone(line: NotesLine, next: NotesLine | undefined): Label | null {
  const under = next !== undefined && next.bullet !== null && next.indent > line.indent;
  const over = next !== undefined && next.bullet !== null && line.bullet === null;
  if (!(line.bullet ? under : over) || !looksLikeName(line.text)) return null;
  return { speaker: line.text, text: '', style: 'alone', inChat: false };
}
