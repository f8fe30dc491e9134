import type { Tally } from '../meeting.ts';
import type { NotesLine } from '../notes.ts';

/** A tally and the lines that carry it. */
export interface Counted {
  tally: Tally;
  line: number;
  endLine: number;
}

interface Entry {
  name: string;
  count: number;
}

/** Ways to write each vote. On a scale of agreement `SA` is strongly agree, which `COMMON` alone cannot know. */
const COMMON: Record<keyof Tally, string> = {
  sf: 'sf|strong(?:ly)? (?:for|in favou?r|favou?r|yes|support)|super for|strong(?:ly)? agrees?',
  f: 'f|for|in favou?r|favou?r|yes|yeas?|ayes?|approve[sd]?|supports?|agrees?|thumbs[- ]up|👍|✅|:\\+1:|:thumbsup:',
  n: 'n|neutrals?|abstain(?:s|ed|ing)?|abstentions?|no opinion|😐|🤷|:shrug:|:neutral_face:',
  a: 'a|against|no|nays?|opposed?|thumbs[- ]down|👎|❌|:-1:|:thumbsdown:',
  sa: 'sa|strong(?:ly)? (?:against|opposed?|no)',
};
const AGREEMENT: Record<keyof Tally, string> = {
  sf: 'sa|strong(?:ly)? agrees?',
  f: 'a|agrees?',
  n: COMMON.n,
  a: 'd|da|disagrees?',
  sa: 'sd|sda|strong(?:ly)? disagrees?',
};
const VOTES = Object.keys(COMMON) as (keyof Tally)[];
const NAME = [
  ...new Set(
    [...Object.values(COMMON), ...Object.values(AGREEMENT)].flatMap((names) => names.split(/\|(?![^(]*\))/u)),
  ),
]
  .sort((x, y) => y.length - x.length)
  .join('|');
const WORDY = NAME.split(/\|(?![^(]*\))/u)
  .filter((name) => !/^[a-z]{1,3}$/u.test(name) || name === 'for')
  .join('|');
const NUMBER =
  '\\d{1,3}|none|nobody|no one|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const DIGITS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const ONE = new RegExp(
  `^(?<name>${NAME})\\s*(?:\\([^)]*\\))?\\s*(?:[:=–—-]+\\s*|\\s)\\(?(?<count>${NUMBER})\\)?(?:\\s+votes?)?(?:\\s*\\([^)]*\\))?[.,;]?$`,
  'iu',
);
const NAME_FIRST = new RegExp(
  `(?<![\\p{L}\\d-])(?<name>${NAME})\\s*(?:\\([^)]*\\))?\\s*[:=–—-]*\\s*(?<count>\\d{1,3})(?![\\d.:]|/\\d|\\s*%)`,
  'giu',
);
const COUNT_FIRST = new RegExp(
  `(?<![\\p{L}\\d-])(?<count>${NUMBER})\\s+(?:votes?\\s+|people\\s+|members\\s+|were\\s+|voted\\s+|are\\s+)*(?<name>${WORDY})(?![\\p{L}\\d])`,
  'giu',
);
/** `10 SF, 2 F, 1 N` */
const COUNT_SHORT = new RegExp(
  `(?<![\\p{L}\\d-])(?<count>\\d{1,3})\\s*(?<name>${NAME})(?![\\p{L}\\d])`,
  'giu',
);
const FIVE = /(?<![\d/.-])(\d{1,3}(?:\s*[/–—-]\s*\d{1,3}){4})(?![\d/.-])/u;
const SLASHED = new RegExp(
  `((?:${NAME})(?:\\s*[/,|-]\\s*(?:${NAME})){2,4})\\s*[:=]?\\s*(\\d{1,3}(?:\\s*[/,|-]\\s*\\d{1,3}){2,4})(?!\\d)`,
  'iu',
);

/** Whether a line belongs to a tally: `SF: 24`, `| **A** | 1 |`, `SF 3, F 6, N 4`. */
export function isTallyLine(text: string): boolean {
  return entriesOf(text).length > 0;
}

/** Whether a label is the name of a vote (`SF`, `Strongly against`) and nobody's. */
export function isVoteName(label: string): boolean {
  return new RegExp(`^(?:${NAME})$`, 'iu').test(label);
}

/** Every tally in the lines, in order: entries on lines of their own, in a table, on one line or in a sentence. */
export function tallies(lines: readonly NotesLine[]): Counted[] {
  const out: Counted[] = [];
  let open: { entries: Entry[]; line: number; endLine: number } | null = null;
  let columns: string[] | null = null;
  const close = () => {
    const tally = open ? toTally(open.entries) : null;
    if (open && tally) out.push({ tally, line: open.line, endLine: open.endLine });
    open = null;
  };
  for (const line of lines) {
    if (line.kind === 'blank' || isTableFrame(line.text)) continue;
    const cells = line.kind === 'text' && line.text.includes('|') ? cellsOf(line.text) : [];
    const row: Entry[] | null = columns && rowOf(columns, cells);
    columns = row ? columns : headerOf(cells);
    if (columns && !row) {
      close();
      continue;
    }
    const silent = open && row === null ? silentEntry(line.text) : null;
    const entries = line.kind === 'heading' ? [] : (row ?? (silent ? [silent] : entriesOf(line.text)));
    const isScale = open !== null || /^(?:s[fa]$|strong)/u.test(entries[0]?.name ?? '');
    if (line.kind === 'code' && (entries.length !== 1 || !isScale)) continue;
    const again = open?.entries.some((e) => entries.some((other) => other.name === e.name));
    if (entries.length !== 1 || again) close();
    if (entries.length === 0) continue;
    open ??= { entries: [], line: line.number, endLine: line.number };
    open.entries.push(...entries);
    open.endLine = line.number;
    if (entries.length > 1) close();
  }
  close();
  return out;
}

/** `SA:` with nothing after it, inside a tally: nobody. */
function silentEntry(text: string): Entry | null {
  const [, name] = /^[*_]*([^:*_]{1,20}?)[*_]*\s*:[*_\s-]*$/u.exec(text) ?? [];
  return name && isVoteName(name) ? { name: name.toLowerCase(), count: 0 } : null;
}

/** What every tally has; tried first, because most lines have it not. */
const MAY_COUNT = /\d|\b(?:none|zero|nobody)\b/iu;
const NAMES_VOTES =
  /\b(?:sf|for|favou?r|strong(?:ly)?|yes|agree|against|f|vote[sd]?|polls?|results?|tally)\b/iu;

function entriesOf(text: string): Entry[] {
  if (!MAY_COUNT.test(text) || (text.length > 40 && !NAMES_VOTES.test(text))) return [];
  const bare = text.replace(/[*_`]|<br *\/?>|[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '').trim();
  if (bare.length > 600) return [];
  const cells = bare
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean);
  const one = ONE.exec(cells.length === 2 && bare.startsWith('|') ? cells.join(' ') : bare)?.groups;
  if (one) return [entry(one)];
  const slashed = SLASHED.exec(bare);
  if (slashed) {
    const names = slashed[1]?.split(/\s*[/,|-]\s*/u) ?? [];
    const counts = slashed[2]?.split(/\s*[/,|-]\s*/u) ?? [];
    if (names.length === counts.length)
      return names.map((name, i) => entry({ name, count: counts[i] ?? '0' }));
  }
  const five = FIVE.exec(bare)?.[1];
  if (five && isAboutVotes(bare)) {
    const counts = five.split(/\s*[/–—-]\s*/u);
    return ['sf', 'f', 'n', 'a', 'sa'].map((name, i) => entry({ name, count: counts[i] ?? '0' }));
  }
  for (const pattern of [NAME_FIRST, COUNT_FIRST, COUNT_SHORT]) {
    const found = [...bare.matchAll(pattern)].map((m) => entry(m.groups ?? {}));
    const kinds = new Set(found.map((e) => e.name)).size;
    const whole = !/\p{L}/u.test(
      bare.replace(pattern, '').replace(/\b(?:and|votes?|polls?|results?|tally)\b/giu, ''),
    );
    if (kinds >= 3 || (kinds === 2 && found.length === 2 && (whole || isAboutVotes(bare)))) return found;
  }
  return [];
}

/** Two counts, or five bare numbers, are a tally only in a sentence that speaks of voting. */
function isAboutVotes(text: string): boolean {
  return /\bvotes?\b|\btally\b|\bpoll(?:ed|s)?\b|\bresults?\b|\b(?:passe[sd]|approved)\b/iu.test(text);
}

/** The cells of `| Proposal | SF | F | N | A | SA |`, when at least three name votes. */
function headerOf(cells: readonly string[]): string[] | null {
  return cells.filter(isVoteName).length >= 3 ? [...cells] : null;
}

/** The counts below such a header; null for a row of another shape. */
function rowOf(columns: readonly string[], cells: readonly string[]): Entry[] | null {
  if (cells.length !== columns.length) return null;
  const votes = columns.flatMap((name, i) => (isVoteName(name) ? [{ name, count: cells[i] ?? '' }] : []));
  return votes.every(({ count }) => /^\d{1,3}$/u.test(count)) ? votes.map(entry) : null;
}

function cellsOf(text: string): string[] {
  return text
    .replace(/[*_`]/gu, '')
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean);
}

function isTableFrame(text: string): boolean {
  return /^\|?[\s:|-]*\|[\s:|-]*$/u.test(text);
}

function entry({ name = '', count = '' }: Record<string, string | undefined>): Entry {
  const word = DIGITS.indexOf(count.toLowerCase());
  return {
    name: name.toLowerCase().replace(/\s+/gu, ' '),
    count: word >= 0 ? word : /^\d/u.test(count) ? Number(count) : 0,
  };
}

function toTally(entries: readonly Entry[]): Tally | null {
  const disagree = entries.some((e) => /^(?:d|da|sd|sda|.*disagrees?)$/u.test(e.name));
  const scale = disagree ? AGREEMENT : COMMON;
  const tally: Tally = { sf: 0, f: 0, n: 0, a: 0, sa: 0 };
  const seen = new Set<keyof Tally>();
  for (const { name, count } of entries) {
    const vote = VOTES.find((v) => new RegExp(`^(?:${scale[v]})$`, 'iu').test(name));
    if (!vote) continue;
    tally[vote] += count;
    seen.add(vote);
  }
  return seen.size >= 2 && (seen.has('sf') || seen.has('f')) ? tally : null;
}
