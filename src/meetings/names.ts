import type { Attendee } from './meeting.ts';

/** How well a label fits an attendee: the smaller, the surer. */
export type Fit = 'full' | 'nick' | 'initials' | 'part' | 'handle' | 'misspelt';

const ORDER: Fit[] = ['full', 'nick', 'initials', 'part', 'handle', 'misspelt'];

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

/**
 * The attendees whom a label can stand for, by the surest way in which it fits any of them.
 * More than one name in the answer means that the label is ambiguous.
 */
export function fitting(label: string, attendees: readonly Attendee[]): { fit: Fit; names: string[] } | null {
  const words = nameWords(label);
  if (words.length === 0) return null;
  const found = new Map<Fit, Set<string>>();
  for (const attendee of attendees) {
    const fit = fitOf(words, label, attendee);
    if (fit) found.set(fit, (found.get(fit) ?? new Set()).add(properName(attendee)));
  }
  const fit = ORDER.find((f) => found.has(f));
  return fit ? { fit, names: [...(found.get(fit) ?? [])] } : null;
}

function fitOf(words: string[], label: string, attendee: Attendee): Fit | null {
  const name = nameWords(properName(attendee));
  const joined = words.join(' ');
  if (joined === name.join(' ')) return 'full';
  const nicks = [attendee.nick, attendee.name.match(/@([\w-]+)/u)?.[1]].filter((n) => n !== undefined);
  if (nicks.some((nick) => nick.toLowerCase() === joined)) return 'nick';
  if (attendee.nick && joined === `${attendee.nick.toLowerCase()} ${name.at(-1)}`) return 'nick';
  if (attendee.initials?.toLowerCase() === joined) return 'initials';
  if (isPartOf(words, name)) return 'part';
  if (!attendee.initials && /^[A-Z]{2,4}$/u.test(label) && joined === initials(name)) return 'initials';
  if (words.length === 1 && handles(name).has(joined)) return 'handle';
  return isMisspelt(words, name) ? 'misspelt' : null;
}

/** `Luke`, `Luke W`, `Dan G.`, `Mark Miller` for `Mark S. Miller`. */
function isPartOf(words: string[], name: string[]): boolean {
  if (words[0] !== name[0]) return words.length === 1 && name.length > 1 && words[0] === name.at(-1);
  return words.slice(1).every((word, i) => {
    const rest = name.slice(1 + i);
    return rest.some((part) => part === word || (word.length <= 2 && part.startsWith(word)));
  });
}

function initials(name: string[]): string {
  return name.map((word) => word[0]).join('');
}

/** `tlively`, `jlbirch`, `markm`, `lukewagner` for their full names. */
function handles(name: string[]): Set<string> {
  const words = name.filter((word) => !/^(?:jr|sr|ii|iii)$/u.test(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length < 2) return new Set();
  return new Set([
    first + last,
    `${first}-${last}`,
    (first[0] ?? '') + last,
    first + (last[0] ?? ''),
    words
      .slice(0, -1)
      .map((word) => word[0])
      .join('') + last,
  ]);
}

function isMisspelt(words: string[], name: string[]): boolean {
  const first = words[0] ?? '';
  if (words.length === 1) return first.length >= 4 && near(first, name[0] ?? '', 1) && first !== name[0];
  const last = words.at(-1) ?? '';
  const longEnough = first.length >= 3 && last.length >= 4;
  return longEnough && near(first, name[0] ?? '', 1) && near(last, name.at(-1) ?? '', 2);
}

/** Whether at most `most` letters have to be changed, added or left out. */
function near(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
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
