import { hasColon, isKnown, jointParts, type Label, looksLikeName } from './labels.ts';
import type { Matcher } from './names.ts';
import type { NotesLine } from './notes.ts';

/** A line that seems to open with a label. */
export interface Candidate {
  line: NotesLine;
  label: Label;
}

/** Single words that head a remark rather than name a speaker: acronyms, and nouns by their endings. */
const IS_A_NOUN =
  /^(?:[A-Z]{4,}|\S+(?:ing|[st]ion|ity|[ae]nce|ment|ness|ism|ics|ship|ities|ings|[ae]nces|ability|ure|ures|tions|ments))$/u;
/** Whoever has a role may speak under its name. */
const ROLE = /^(?:co-?)?chairs?$/iu;
const ONLY_LINK = /^(?:<?https?:\/\/\S+|\[[^[\]]*\]\([^()\s]*\))[>.,]?$/u;

/** So many items of lists that open with a likely name make the next one likely, and so many make a name of one word so. */
const SOME_IN_LISTS = 3;
const MANY_IN_LISTS = 6;

/** Which of the candidates are speakers: those who are known, those whom the notes' own habits make likely. */
export function speakers(all: readonly Candidate[], people: Matcher): Candidate[] {
  const known = new Map<string, boolean>();
  const named = ({ label: { speaker } }: Candidate) => {
    const answer = known.get(speaker) ?? isKnown(speaker, people);
    known.set(speaker, answer);
    return answer;
  };
  const count = new Map<string, number>();
  for (const c of all)
    if (!ONLY_LINK.test(c.label.text)) count.set(key(c.label), (count.get(key(c.label)) ?? 0) + 1);
  const repeated = (c: Candidate) => (count.get(key(c.label)) ?? 0) > 1;
  const likely = (c: Candidate) => named(c) || (repeated(c) && shaped(c) && !IS_A_NOUN.test(c.label.speaker));
  const bold = new Set(all.filter((c) => isBold(c) && named(c)).map((c) => key(c.label)));
  const boldHabit = all.filter((c) => isBold(c) && named(c)).length >= 4;
  const plainHabit = all.filter((c) => isPlain(c) && (named(c) || repeated(c))).length >= 5 && !boldHabit;
  const inLists = all.filter((c) => c.label.style === 'plain' && c.line.bullet && tells(c.label.text));
  const evidence = inLists.filter((c) => likely(c) || isFullName(c)).length;
  const initialsHabit = all.filter((c) => isInitials(c.label.speaker)).length >= 2;
  const looseHabit = all.filter((c) => c.label.style === 'loose' && named(c)).length >= 2;
  const marked = all.filter((c) => c.label.style === 'marked' && (named(c) || shaped(c)));
  const markedHabit = marked.length >= 4 || marked.filter(named).length >= 2;

  const accepts = (c: Candidate): boolean => {
    const { speaker, text, style } = c.label;
    if (style === 'loose') return looseHabit && c.line.bullet === null && named(c);
    if (style === 'marked') return markedHabit && (named(c) || shaped(c));
    if (named(c) || /^\(?\?+\)?$/u.test(speaker)) return true;
    if (ONLY_LINK.test(text.trim())) return false;
    if (ROLE.test(speaker)) return tells(text);
    if (!shaped(c)) return false;
    if (bold.has(key(c.label))) return true;
    if (isBold(c) && IS_A_NOUN.test(speaker) && !repeated(c)) return false;
    if (isBold(c)) return boldHabit || hasColon(c.line.text) || repeated(c);
    if (style === 'alone') return repeated(c);
    if (c.line.bullet !== null) {
      if (evidence < SOME_IN_LISTS) return false;
      if (repeated(c)) return !IS_A_NOUN.test(speaker);
      if (!tells(text)) return false;
      return isFullName(c) || (evidence >= MANY_IN_LISTS && !IS_A_NOUN.test(speaker) && startsUpper(speaker));
    }
    if (isInitials(speaker)) return initialsHabit || repeated(c);
    return repeated(c) || (plainHabit && tells(text) && !IS_A_NOUN.test(speaker));
  };
  const sure = new Set(all.filter(accepts));
  const single = new Set([...sure].map((c) => key(c.label)));
  return all.filter((c) => sure.has(c) || (c.label.style === 'plain' && joins(c, single)));
}

/** `Robin & Marten`, when both speak on their own too. */
function joins({ label }: Candidate, single: ReadonlySet<string>): boolean {
  const parts = jointParts(label.speaker);
  return parts.length > 1 && parts.every((part) => single.has(part.toLowerCase()) || part === 'others');
}

/** Whether what follows a label is said rather than listed: it has a verb's small letters, or is one word of consent. */
function tells(text: string): boolean {
  const words = text.trim().split(/\s+/u, 12);
  if (words.length === 1) return /^[+±-]\d|^\p{L}{1,12}[.!?]*$/u.test(words[0] ?? '');
  return words.some((word) => /^[\p{Ll}“"'’(]/u.test(word) && !/^(?:and|or|of|the|by|for|with)$/u.test(word));
}

function shaped({ label }: Candidate): boolean {
  return jointParts(withoutAside(label.speaker)).every(looksLikeName);
}

function isFullName(c: Candidate): boolean {
  return shaped(c) && /^\p{Lu}\S*\s+\p{Lu}/u.test(c.label.speaker);
}

function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
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
  return withoutAside(label.speaker).toLowerCase();
}

/** `Mark (no hat)` is Mark. */
function withoutAside(speaker: string): string {
  return speaker.replace(/\s*\([^()]*\)$/u, '') || speaker;
}
