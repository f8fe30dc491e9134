import type { Attendee } from '../meeting.ts';
import { isAttendeesTitle, isNotesTitle, type Notes, type NotesLine } from '../notes.ts';

const PLACEHOLDER =
  /^[_*([]*(?:please|add your|your name|(?:tbd|tba|none|n\/a)\W*$|\.{3}|…|<\/?[a-z]+[^>]*>$)|\bplease (?:add|help)\b/iu;

/** Everybody listed as present, as written and in order, repeated names included. */
export function attendees(notes: Notes): Attendee[] {
  const listed = listedLines(notes);
  const employers = bracketedEmployers(listed.flatMap(({ names }) => names));
  return listed.flatMap(({ line, names }) => names.map((name) => attendee(name, line.number, employers)));
}

/** Bracketed words that several attendees share, or that most of the list has, are employers: `(Fastly)`. */
function bracketedEmployers(names: readonly string[]): (text: string) => boolean {
  const inside = names.flatMap((name) => /\((\p{Lu}[^)]*)\)\s*$/u.exec(name)?.[1] ?? []);
  const usual = names.length >= 4 && inside.length > names.length / 2;
  return (text) => usual || inside.filter((other) => other === text).length > 1;
}

/** The lines of the attendee list, with the names on each. */
export function listedLines(notes: Notes): { line: NotesLine; names: string[] }[] {
  const opening = openingOf(notes);
  if (!opening) return [];
  const out: { line: NotesLine; names: string[] }[] = [];
  const inline = /:\s*(\S.*)$/u.exec(opening.kind === 'heading' ? '' : opening.text)?.[1];
  if (inline && /\p{L}/u.test(inline)) out.push({ line: opening, names: splitInline(inline) });
  let column: number | null = null;
  let bulleted: boolean | null = null;
  let gap = false;
  for (const line of notes.lines.slice(opening.number)) {
    if (line.kind === 'blank') {
      gap = out.length > 0;
      continue;
    }
    if (line.kind === 'heading' && isAttendeesTitle(line.text.replace(/^#+\s*/u, ''))) continue;
    if (line.kind === 'heading' || line.kind === 'code' || isNotesTitle(line.text)) break;
    if (PLACEHOLDER.test(line.text) || /^[-*+]?$/u.test(line.text)) continue;
    if (line.text.startsWith('|')) {
      const cells = line.text.split('|').slice(1).map(unmarked);
      if (cells.every((cell) => /^[:\s-]*$/u.test(cell))) continue;
      const name: string | undefined = column === null ? undefined : cells[column];
      column ??= Math.max(
        0,
        cells.findIndex((cell) => /\bname\b|attendee|participant/iu.test(cell)),
      );
      if (name && isName(name, true)) out.push({ line, names: [name] });
      continue;
    }
    if (line.text.includes('|')) break;
    if (bulleted && !line.bullet && gap) break;
    const names = !line.bullet && !gap ? split(line.text) : [unmarked(line.text)];
    if (!names.every((name) => isName(name, line.bullet !== null))) break;
    bulleted ??= line.bullet !== null;
    out.push({ line, names });
    gap = false;
  }
  return out;
}

function openingOf(notes: Notes): NotesLine | undefined {
  if (notes.start === null) return undefined;
  const heading = notes.headings.find((h) => isAttendeesTitle(h.title));
  if (heading) return notes.lines[heading.endLine - 1];
  return notes.lines
    .slice(notes.start - 1)
    .find(
      (l) => l.kind === 'text' && (isAttendeesTitle(l.text) || /^[*_]*attendees[*_]*\s*:/iu.test(l.text)),
    );
}

/** One bare line may carry the whole list; `Birch Jr, Johnnie L` and `Martin Duke, F5` are one person. */
function split(text: string): string[] {
  const parts = unmarked(text)
    .split(/\s*[,;]\s*/u)
    .filter(Boolean);
  const list = parts.length > 2 && parts.every((part) => isName(part, false));
  return list ? parts.map((part) => part.replace(/^and\s+/iu, '')) : [unmarked(text)];
}

/** On the line that opens the list two full names are two people: `Attendees: Ada Lark, Ben Moss`. */
function splitInline(text: string): string[] {
  const names = split(text.replace(/^[*_]+\s*/u, ''));
  const pair = names.length === 1 ? (names[0] ?? '').split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/u) : [];
  return pair.length === 2 && pair.every((name) => /^\p{Lu}\S*\s+\p{Lu}/u.test(name)) ? pair : names;
}

function isName(text: string, bulleted: boolean): boolean {
  const words = text.split(/\s+/u);
  if (!/\p{L}/u.test(text) || text.length > 80 || words.length > 9) return false;
  if (/^https?:|:\s|:$|[.!?]\s+\p{L}{2,}.*\s|[!?]$/u.test(text)) return false;
  const shape = /^[\p{Lu}\p{Lo}@(]|^[\p{Ll}][\p{L}\d_-]*(?:\s|$)/u.test(text);
  const plainWords = text
    .replace(/\([^)]*\)|\[[^\]]*\]|[,/–—|-]\s.*$/gu, '')
    .trim()
    .split(/\s+/u);
  const lower = plainWords.filter((word) => /^\p{Ll}/u.test(word)).length;
  return shape && plainWords.length <= (bulleted ? 7 : 6) && (lower <= 2 || plainWords.length < 3);
}

function unmarked(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/\*\*|__|`|^[*_]|[*_]$/gu, '')
    .replace(/\\([\\`*_[\]()#+.!-])/gu, '$1')
    .trim();
}

function attendee(name: string, line: number, isEmployer: (text: string) => boolean): Attendee {
  const out: Attendee = { name, line };
  for (const [, inside = ''] of name.matchAll(/\(([^)]*)\)/gu)) {
    const text = inside.trim();
    if (/^[A-Z]{2,4}$/u.test(text) && areInitials(text, name)) out.initials ??= text;
    else if (/^@?[\p{L}][\w-]*$/u.test(text) && !isEmployer(text)) out.nick ??= text.replace(/^@/u, '');
    else if (text) out.affiliation ??= text;
  }
  const rest = name.replace(/\([^)]*\)/gu, '');
  const handle = /@([A-Za-z][\w-]*)/u.exec(rest)?.[1];
  if (handle) out.nick ??= handle;
  const [, after] = /(?:,|\s[-–—/|])\s*([^@\s][^@]*)$/u.exec(rest) ?? [];
  if (after && !isGivenName(rest, after)) out.affiliation ??= after.trim();
  return out;
}

function areInitials(text: string, name: string): boolean {
  const words = name
    .replace(/\([^)]*\)/gu, '')
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
