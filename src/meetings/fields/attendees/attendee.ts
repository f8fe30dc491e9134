import type { Attendee } from '../../meeting.ts';

/** Bracketed words that several attendees share, or that most of the list has, are employers: `(Fastly)`. */
export function bracketedEmployers(names: readonly string[]): (text: string) => boolean {
  const inside = names.flatMap((name) => /\((\p{Lu}[^)]*)\)\s*$/u.exec(name)?.[1] ?? []);
  const usual = names.length >= 4 && inside.length > names.length / 2;
  const count = new Map<string, number>();
  for (const text of inside) count.set(text, (count.get(text) ?? 0) + 1);
  return (text) => usual || (count.get(text) ?? 0) > 1;
}

/** What somebody was at the meeting, and no nickname. */
const ROLE =
  /^(?:(?:co-?)?chair|scribe|host|facilitator|observer|guest|remote|late|regrets|(?:he|she|they)\/\w+|notes?|note-?taker)$/iu;

/** What the words of a list say of somebody: nickname, initials and affiliation from brackets, after a comma or a dash. */
export function attendee(name: string, line: number, isEmployer: (text: string) => boolean): Attendee {
  const out: Attendee = { name, line };
  for (const [, inside = ''] of name.matchAll(/\(([^()]*)\)/gu)) {
    const text = inside.trim();
    if (/^[A-Z]{2,4}$/u.test(text) && areInitials(text, name)) out.initials ??= text;
    else if (ROLE.test(text)) continue;
    else if (/^@?[\p{L}][\w-]*$/u.test(text) && !isEmployer(text)) out.nick ??= text.replace(/^@/u, '');
    else if (text) out.affiliation ??= text;
  }
  const rest = name.replace(/\([^()]*\)/gu, '');
  const handle = /@([A-Za-z][\w-]*)/u.exec(rest)?.[1];
  if (handle) out.nick ??= handle;
  const after = afterMark(rest);
  if (after && !isGivenName(rest, after)) out.affiliation ??= after;
  return out;
}

/** What stands after the last comma, slash or dash, unless it is a handle. */
function afterMark(rest: string): string | null {
  const marks = [...rest.matchAll(/,|(?<=\s)[-–—/|](?=\s)/gu)];
  const at = marks.at(0)?.index;
  const after = at === undefined ? '' : rest.slice(at + 1).trim();
  return after && !after.includes('@') ? after : null;
}

function areInitials(text: string, name: string): boolean {
  const words = name
    .replace(/\([^()]*\)/gu, '')
    .trim()
    .split(/\s+/u);
  return words[0]?.[0]?.toUpperCase() === text[0];
}

/** `Birch Jr, Johnnie L` and `Hung-Ying, Tai` are names the other way round or cut in two; `Martin Duke, F5` is not. */
function isGivenName(rest: string, after: string): boolean {
  const before = rest.split(',')[0]?.trim().split(/\s+/u) ?? [];
  const reversed = before.length === 1 || before.some((word) => /^(?:jr|sr|ii|iii)\.?$/iu.test(word));
  return (
    rest.includes(',') && reversed && /^[\p{Lu}][\p{L}.'’-]*(?:\s+[\p{Lu}][\p{L}.'’-]*)?$/u.test(after.trim())
  );
}
