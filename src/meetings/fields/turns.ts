import { hasColon, isKnown, jointParts, type Label, looksLikeName, readLabel } from '../labels.ts';
import type { Topic, Turn } from '../meeting.ts';
import type { Matcher } from '../names.ts';
import type { Notes, NotesLine } from '../notes.ts';
import { listedLines } from './attendees.ts';
import { isTallyLine, isVoteName } from './tally.ts';

/** Single words that head a remark rather than name a speaker: acronyms, and nouns by their endings. */
const IS_A_NOUN =
  /^(?:[A-Z]{4,}|\S+(?:ing|[st]ion|ity|[ae]nce|ment|ness|ism|ics|ship|ability|ure|ures|tions|ments))$/u;

interface Candidate {
  line: NotesLine;
  label: Label;
}

/** What was said, by whom, in order. A turn ends where the next begins, at a heading, a tally or pasted chat. */
export function turns(notes: Notes, people: Matcher, topics: readonly Topic[]): Turn[] {
  const spoken = spokenLines(notes);
  const labels = new Map(accepted(candidates(spoken), people).map((c) => [c.line.number, c.label]));
  const out: Turn[] = [];
  let open: { turn: Turn; text: string[] } | null = null;
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
      open = { turn, text: label.text ? [label.text] : [] };
    } else if (line.kind === 'heading' || isTallyLine(line.text) || isPastedChat(line.text)) close();
    else if (open) {
      open.text.push(line.raw);
      if (line.kind !== 'blank') open.turn.endLine = line.number;
    }
  }
  close();
  return out;
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
  return notes.lines.filter((line) => line.number >= start && !listed.has(line.number));
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
    if (label && (line.bullet === null || line.indent < 4)) out.push({ line, label });
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

/** Which of the candidates are speakers: those who are known, those whom the notes' own habits make likely. */
function accepted(all: readonly Candidate[], people: Matcher): Candidate[] {
  const known = new Map<string, boolean>();
  const isNamed = (speaker: string) => {
    const answer = known.get(speaker) ?? isKnown(speaker, people);
    known.set(speaker, answer);
    return answer;
  };
  const count = new Map<string, number>();
  for (const { label } of all) count.set(key(label), (count.get(key(label)) ?? 0) + 1);
  const named = (c: Candidate) => isNamed(c.label.speaker);
  const repeated = (c: Candidate) => (count.get(key(c.label)) ?? 0) > 1;
  const bold = new Set(all.filter((c) => isBold(c) && named(c)).map((c) => key(c.label)));
  const boldHabit = all.filter((c) => isBold(c) && named(c)).length >= 4;
  const plainHabit = all.filter((c) => isPlain(c) && (named(c) || repeated(c))).length >= 5 && !boldHabit;
  const initialsHabit = all.filter((c) => isInitials(c.label.speaker)).length >= 2;
  const looseHabit = all.filter((c) => c.label.style === 'loose' && named(c)).length >= 2;
  return all.filter((c) => {
    const { speaker, text } = c.label;
    if (c.label.style === 'loose') return looseHabit && c.line.bullet === null && named(c);
    if (named(c) || /^\(?\?+\)?$/u.test(speaker)) return true;
    if (!jointParts(speaker).every(looksLikeName)) return false;
    if (bold.has(key(c.label))) return true;
    if (isBold(c) && IS_A_NOUN.test(speaker) && !repeated(c)) return false;
    if (isBold(c)) return boldHabit || hasColon(c.line.text) || repeated(c);
    if (c.label.style === 'alone') return repeated(c);
    if (c.line.bullet !== null) return false;
    if (isInitials(speaker)) return initialsHabit || repeated(c);
    const says = !/^(?:https?:\/\/\S+|\S*)$/u.test(text.trim());
    return repeated(c) || (plainHabit && says && !IS_A_NOUN.test(speaker));
  });
}

function isPlain(c: Candidate): boolean {
  return c.label.style === 'plain' && c.line.bullet === null;
}

function isInitials(speaker: string): boolean {
  return /^[A-Z]{2,3}$/u.test(speaker) && looksLikeName(speaker);
}

function isBold(c: Candidate): boolean {
  return /^[*_]/u.test(c.line.text);
}

function key(label: Label): string {
  return label.speaker.toLowerCase();
}
