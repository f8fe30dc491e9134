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
  f: 'f|for|in favou?r|favou?r|yes|yeas?|ayes?|approve[sd]?|supports?|agrees?',
  n: 'n|neutrals?|abstain(?:s|ed|ing)?|abstentions?|no opinion',
  a: 'a|against|no|nays?|opposed?',
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
  `^(?<name>${NAME})\\s*(?:\\([^)]*\\))?\\s*(?:[:=–—-]+\\s*|\\s)(?<count>${NUMBER})(?:\\s+votes?)?[.,;]?$`,
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
const SLASHED = new RegExp(
  `((?:${NAME})(?:\\s*[/,|-]\\s*(?:${NAME})){2,4})\\s*[:=]?\\s*(\\d{1,3}(?:\\s*[/,|-]\\s*\\d{1,3}){2,4})(?!\\d)`,
  'iu',
);

/** Whether a line belongs to a tally: `SF: 24`, `| **A** | 1 |`, `SF 3, F 6, N 4`. */
export function isTallyLine(text: string): boolean {
  return entriesOf(text).length > 0;
}

/** Every tally in the lines, in order: entries on lines of their own, in a table, on one line or in a sentence. */
export function tallies(lines: readonly NotesLine[]): Counted[] {
  const out: Counted[] = [];
  let open: { entries: Entry[]; line: number; endLine: number } | null = null;
  const close = () => {
    const tally = open ? toTally(open.entries) : null;
    if (open && tally) out.push({ tally, line: open.line, endLine: open.endLine });
    open = null;
  };
  lines.forEach((line, i) => {
    if (line.kind === 'blank' || line.kind === 'code' || isTableFrame(line.text)) return;
    const header = line.text.includes('|') ? columns(line.text, lines, i) : null;
    const entries = line.kind === 'heading' ? [] : (header?.entries ?? entriesOf(line.text));
    const again = open?.entries.some((e) => entries.some((other) => other.name === e.name));
    if (entries.length === 0 || entries.length > 1 || again) close();
    if (entries.length === 0) return;
    open ??= { entries: [], line: header?.line ?? line.number, endLine: line.number };
    open.entries.push(...entries);
    open.endLine = header?.line ?? line.number;
    if (entries.length > 1) close();
  });
  close();
  return out;
}

function entriesOf(text: string): Entry[] {
  const bare = text.replace(/[*_`]/gu, '').trim();
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
  for (const pattern of [NAME_FIRST, COUNT_FIRST]) {
    const found = [...bare.matchAll(pattern)].map((m) => entry(m.groups ?? {}));
    if (new Set(found.map((e) => e.name)).size >= 3 || isProse(found, bare)) return found;
  }
  return [];
}

/** Two counts in a sentence are a tally only when it speaks of voting. */
function isProse(found: readonly Entry[], text: string): boolean {
  return (
    new Set(found.map((e) => e.name)).size === 2 &&
    found.length === 2 &&
    /\bvotes?\b|\btally\b|\bpoll\b|\bresults?\b/iu.test(text)
  );
}

/** `| SF | F | N | A | SA |` over a row of numbers. */
function columns(
  text: string,
  lines: readonly NotesLine[],
  at: number,
): { entries: Entry[]; line: number } | null {
  const names = cellsOf(text);
  const below = lines.slice(at + 1, at + 3).find((line) => !isTableFrame(line.text));
  const counts = below ? cellsOf(below.text) : [];
  const isName = new RegExp(`^(?:${NAME})$`, 'iu');
  if (!below || names.length < 3 || names.length !== counts.length) return null;
  if (!names.every((name) => isName.test(name)) || !counts.every((count) => /^\d{1,3}$/u.test(count)))
    return null;
  return { entries: names.map((name, i) => entry({ name, count: counts[i] ?? '0' })), line: below.number };
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
