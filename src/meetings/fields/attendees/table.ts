import type { NotesLine } from '../../notes.ts';
import { announced } from '../../titles.ts';
import type { Convention, Listed } from './listed.ts';
import { isEntry, parts, unmarked } from './names.ts';

const NAME = /\bnames?\b|attendee|participant|\bpresent\b|\bwho\b/iu;
const INITIALS = /abbrev|initials|\btla\b|\bkey\b|short/iu;
const AFFILIATION = /organi[sz]ation|affiliation|company|employer|\borg\b/iu;
const NICK = /github|handle|\bnick|irc|user ?name/iu;

/** A table with a column of names, or with a row that is labelled: `| Attending | Ada, Ben |`. */
export const table: Convention = (lines, at) => {
  const rows: NotesLine[] = [];
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.kind === 'blank' || line.kind === 'heading' || !line.text.includes('|')) break;
    rows.push(line);
  }
  if (rows.length < 2) return null;
  const cells = rows.map(({ text }) => cellsOf(text));
  const listed = rowLabelled(rows, cells) ?? columned(rows, cells);
  return listed && { listed, next: at + rows.length };
};

/** Whether lines from an index on are a table whose head names people and something about them. */
export function isTableOfPeople(lines: readonly NotesLine[], at: number): boolean {
  const head = cellsOf(lines[at]?.text ?? '');
  return (
    isFrame(cellsOf(lines[at + 1]?.text ?? '')) &&
    ((head.some((cell) => /^(?:names?|attendees?|participants?)$/iu.test(cell)) &&
      head.some((cell) => INITIALS.test(cell) || AFFILIATION.test(cell) || NICK.test(cell))) ||
      rowsFrom(lines, at).some((row) => announced(cellsOf(row.text)[0] ?? '') === 'attendees'))
  );
}

function rowsFrom(lines: readonly NotesLine[], at: number): NotesLine[] {
  return lines.slice(at, at + 12).filter(({ text }) => text.includes('|'));
}

function rowLabelled(rows: readonly NotesLine[], cells: readonly string[][]): Listed[] | null {
  if (!cells.some(([label = '', names]) => names && announced(label) === 'attendees')) return null;
  return rows.map((line, i): Listed => {
    const [label = '', names = ''] = cells[i] ?? [];
    return {
      line,
      names: announced(label) === 'attendees' ? parts(names).filter((name) => isEntry(name, true)) : [],
    };
  });
}

function columned(rows: readonly NotesLine[], cells: readonly string[][]): Listed[] | null {
  const [head = []] = cells;
  if (!isFrame(cells[1] ?? [])) return null;
  const column = Math.max(
    0,
    head.findIndex((cell) => NAME.test(cell)),
  );
  const others = { initials: INITIALS, affiliation: AFFILIATION, nick: NICK };
  const places = Object.entries(others).map(([key, pattern]): [string, number] => [
    key,
    head.findIndex((cell, i) => i !== column && pattern.test(cell)),
  ]);
  return rows.map((line, i): Listed => {
    const name = i < 2 ? '' : (cells[i]?.[column] ?? '');
    if (!name || !isEntry(name, true)) return { line, names: [] };
    const more = places.flatMap(([key, at]): [string, string][] => {
      const text = at < 0 ? '' : (cells[i]?.[at] ?? '');
      return text ? [[key, key === 'nick' ? text.replace(/^@/u, '') : text]] : [];
    });
    return { line, names: [name], more: [Object.fromEntries(more)] };
  });
}

function cellsOf(text: string): string[] {
  return text
    .replace(/^\|/u, '')
    .replace(/\|\s*$/u, '')
    .split('|')
    .map(unmarked);
}

function isFrame(cells: readonly string[]): boolean {
  return cells.length > 1 || cells[0]
    ? cells.every((cell) => /^:?-+:?$/u.test(cell) || cell === '') && cells.some((cell) => cell !== '')
    : false;
}
