import type { Attendee } from '../../meeting.ts';
import type { Notes, NotesLine } from '../../notes.ts';
import { attendee, bracketedEmployers } from './attendee.ts';
import { labelled } from './labelled.ts';
import { list } from './list.ts';
import type { Convention, Listed } from './listed.ts';
import { isAbsence, openings } from './openings.ts';
import { roll } from './roll.ts';
import { table } from './table.ts';

/** The ways in which groups write who was there, in the order in which they are tried. */
export const CONVENTIONS: readonly Convention[] = [table, labelled, roll, list];

const PLACEHOLDER =
  /^[_*([]*(?:please|add your|your name|you[!?]*[)\]_*]|(?:tbd|tba|todo|none|n\/a)\W*$|\.{3}|…|<\/?[a-z]+[^>]*>$)|\bplease (?:add|help)\b|^\{:[^}]*\}$/iu;

/** Everybody listed as present, as written and in order, repeated names included. */
export function attendees(notes: Notes): Attendee[] {
  const listed = listedLines(notes).flatMap(({ line, names, more }) =>
    names.map((name, i) => ({ name, line: line.number, more: more?.[i] })),
  );
  const employers = bracketedEmployers(listed.map(({ name }) => name));
  return listed.map(({ name, line, more }) => ({ ...attendee(name, line, employers), ...more }));
}

const found = new WeakMap<Notes, Listed[]>();

/** The lines of the attendee lists, with the names on each. */
export function listedLines(notes: Notes): Listed[] {
  const known = found.get(notes) ?? readLists(notes);
  found.set(notes, known);
  return known;
}

function readLists(notes: Notes): Listed[] {
  const out: Listed[] = [];
  const names = new Set<string>();
  let done = 0;
  for (const { line, within } of openings(notes)) {
    if (line.number <= done) continue;
    const lists = readList(notes.lines, within ? line.number - 1 : line.number);
    done = Math.max(done, lists.at(-1)?.line.number ?? 0);
    const found = lists.filter((listed) => listed.names.length > 0);
    // Notes that were pasted twice have their list twice.
    if (found.every((listed) => listed.names.every((name) => names.has(name)))) continue;
    for (const name of found.flatMap((listed) => listed.names)) names.add(name);
    out.push(...found);
  }
  return out;
}

/** Reads on while some convention knows what stands there. */
function readList(lines: readonly NotesLine[], from: number): Listed[] {
  const out: Listed[] = [];
  for (let at = from; at < lines.length; ) {
    const line = lines[at];
    if (!line || line.kind === 'heading' || (line.kind === 'text' && isAbsence(line.text))) break;
    if (line.kind === 'blank' || isPlaceholder(line)) {
      at++;
      continue;
    }
    const read = CONVENTIONS.map((convention) => convention(lines, at, out)).find((run) => run !== null);
    if (!read) break;
    out.push(...read.listed);
    at = Math.max(at + 1, read.next);
    if (line.text.includes('|')) break;
  }
  return out;
}

function isPlaceholder({ text, kind }: NotesLine): boolean {
  return (
    PLACEHOLDER.test(text.slice(0, 200)) ||
    /^[-*+]?$/u.test(text) ||
    (kind === 'code' && /^[`~]{3}/u.test(text))
  );
}
