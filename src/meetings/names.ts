import type { Attendee } from './meeting.ts';

/** How well a label fits an attendee: the smaller, the surer. */
export type Fit = 'full' | 'nick' | 'initials' | 'part' | 'handle' | 'misspelt';

/** Whom a label can stand for. More than one name means that it is ambiguous. */
export interface Fitting {
  fit: Fit;
  names: string[];
}

/** Finds whom a label stands for, by the surest way in which it fits anybody; null when it fits nobody. */
export type Matcher = (label: string) => Fitting | null;

const ORDER: Fit[] = ['full', 'nick', 'initials', 'part', 'handle', 'misspelt'];

/** No meeting has more; a longer list is not read to its end for every label. */
const MOST_PEOPLE = 1000;

interface Known {
  name: string;
  words: string[];
  joined: string;
  nicks: string[];
  initials: string | null;
  handles: Set<string>;
}

/** A matcher over the people of one list. Answers are remembered: a meeting has few labels and many turns. */
export function matcher(people: readonly Attendee[]): Matcher {
  const known = people.slice(0, MOST_PEOPLE).map(describe);
  const answers = new Map<string, Fitting | null>();
  return (label) => {
    const cached = answers.get(label);
    if (cached !== undefined) return cached;
    const answer = fitting(label, known);
    answers.set(label, answer);
    return answer;
  };
}

/** A name in lower case without accents, brackets and punctuation: `Jiaxiao (Joe) Zhou` is `jiaxiao zhou`. */
export function nameWords(name: string): string[] {
  return name
    .replace(/\([^)]*\)|"[^"]*"|\/.*$/gu, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter(Boolean);
}

/** The name people go by: without nicknames, initials and affiliation, and the right way round. */
export function properName(attendee: Attendee): string {
  const [first = ''] = attendee.name.split(/\s+[/|–—-]\s+|\s*\[/u);
  const name = first
    .replace(/\s*\([^)]*\)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [family, given] = name.split(/\s*,\s*/u);
  if (!family || !given) return name || attendee.name;
  return attendee.affiliation ? family : `${given} ${family}`;
}

function describe(attendee: Attendee): Known {
  const name = properName(attendee);
  const words = nameWords(name);
  const nick = attendee.nick?.toLowerCase();
  return {
    name,
    words,
    joined: words.join(' '),
    nicks: nick ? [nick, `${nick} ${words.at(-1)}`] : [],
    initials: attendee.initials?.toLowerCase() ?? null,
    handles: handles(words),
  };
}

function fitting(label: string, people: readonly Known[]): Fitting | null {
  const words = nameWords(label);
  if (words.length === 0) return null;
  const joined = words.join(' ');
  const capitals = /^[A-Z]{2,4}$/u.test(label);
  const found = new Map<Fit, Set<string>>();
  for (const person of people) {
    const fit = fitOf(words, joined, capitals, person);
    if (fit) found.set(fit, (found.get(fit) ?? new Set()).add(person.name));
  }
  const fit = ORDER.find((f) => found.has(f));
  return fit ? { fit, names: [...(found.get(fit) ?? [])] } : null;
}

function fitOf(words: string[], joined: string, capitals: boolean, person: Known): Fit | null {
  if (joined === person.joined) return 'full';
  if (person.nicks.includes(joined)) return 'nick';
  if (person.initials === joined) return 'initials';
  if (isPartOf(words, person.words)) return 'part';
  if (capitals && !person.initials && joined === person.words.map((word) => word[0]).join(''))
    return 'initials';
  if (words.length === 1 && person.handles.has(joined)) return 'handle';
  return isMisspelt(words, person.words) ? 'misspelt' : null;
}

/** `Luke`, `Luke W`, `Dan G.`, `Mark Miller` for `Mark S. Miller`. */
function isPartOf(words: string[], name: string[]): boolean {
  if (words[0] !== name[0]) return words.length === 1 && name.length > 1 && words[0] === name.at(-1);
  return words.slice(1).every((word, i) => {
    const rest = name.slice(1 + i);
    return rest.some((part) => part === word || (word.length <= 2 && part.startsWith(word)));
  });
}

/** `tlively`, `jlbirch`, `markm`, `lukewagner` for their full names. */
function handles(name: string[]): Set<string> {
  const words = name.filter((word) => !/^(?:jr|sr|ii|iii)$/u.test(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length < 2) return new Set();
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join('');
  return new Set([
    first + last,
    `${first}-${last}`,
    (first[0] ?? '') + last,
    first + (last[0] ?? ''),
    initials + last,
  ]);
}

function isMisspelt(words: string[], name: string[]): boolean {
  const first = words[0] ?? '';
  const other = name[0] ?? '';
  if (words.length === 1) return first.length >= 4 && first !== other && near(first, other, 1);
  const last = words.at(-1) ?? '';
  return first.length >= 3 && last.length >= 4 && near(first, other, 1) && near(last, name.at(-1) ?? '', 2);
}

/** Whether at most `most` letters have to be changed, added or left out. */
function near(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most || a.length > 40) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return (previous[b.length] ?? 99) <= most;
}
