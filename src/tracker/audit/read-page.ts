import { type ProposalNames, proposalId } from '../../meetings/index.ts';
import type { SourceFile } from '../../problem.ts';

/** One row of a hand-kept proposals page. */
export interface Row {
  proposal: string;
  /** The first cell as people read it. */
  name: string;
  phase: number;
  /** As they are written, without markup. */
  champions: string[];
  /** The address that the first cell links to, as written; of a link by reference, what the page defines. */
  link: string | null;
  line: number;
}

/** Reads the rows of a page with one table a phase, below headings such as `### Phase 2 - ...`. */
export function readPage(page: SourceFile, names: ProposalNames): Row[] {
  const rows: Row[] = [];
  let phase: number | null = null;
  let column = -1;
  let champions = -1;
  const definitions = linkDefinitions(page.text);
  page.text.split(/\r\n|\n|\r/).forEach((text, index) => {
    const heading = /^\s{0,3}#{1,6}\s+(.*)/.exec(text)?.[1];
    if (heading !== undefined) {
      const found = /^(?:.*\b)?phase\s+(\d)\b/i.exec(heading)?.[1];
      phase = found === undefined ? null : Number(found);
      column = -1;
    }
    const cells = cellsOf(text);
    if (!cells || phase === null) {
      if (!cells) column = -1;
      return;
    }
    if (column === -1) {
      column = cells.findIndex((cell) => /^proposals?$/i.test(plain(cell)));
      if (column === -1) column = 0;
      champions = cells.findIndex((cell) => /^champions?$/i.test(plain(cell)));
      return;
    }
    const cell = cells[column] ?? '';
    if (cells.every((one) => /^:?-+:?$/.test(one)) || plain(cell) === '') return;
    rows.push({
      proposal: idOf(cell, names),
      name: plain(cell),
      phase,
      champions: peopleIn(cells[champions] ?? ''),
      link: addressIn(cell, definitions),
      line: index + 1,
    });
  });
  return distinct(rows);
}

function cellsOf(line: string): string[] | null {
  const text = line.trim();
  if (!text.startsWith('|') && !/[^\\]\|/.test(text)) return null;
  const inner = text.replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** A link's text and what it points at: `[I/O][wasi-io]`, `[I/O](https://.../wasi-io)`. */
function linkIn(cell: string): { text: string; target: string } | null {
  const match = /\[([^\]]+)\]\s*(?:\[([^\]]*)\]|\(([^)\s]*)[^)]*\))?/.exec(cell);
  if (!match) return null;
  const target = (match[2] || match[3] || '').replace(/[#?].*$/, '').replace(/\/+$/, '');
  return { text: match[1] ?? '', target: target.replace(/\.git$/, '').replace(/^.*\//, '') };
}

/** What `[name]: address` lines of a page define, by name in lower case. */
function linkDefinitions(text: string): Map<string, string> {
  const lines = text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?([^\s>]+)/gm);
  return new Map([...lines].map(([, name = '', address = '']) => [name.toLowerCase(), address]));
}

function addressIn(cell: string, definitions: ReadonlyMap<string, string>): string | null {
  const [, text = '', name, address] = /\[([^\]]+)\](?:\s?\[([^\]]*)\]|\(([^)\s]*)[^)]*\))?/.exec(cell) ?? [];
  return address ?? definitions.get((name || text).toLowerCase()) ?? null;
}

/** Names that stand side by side, separated by commas, `and`, `&` or line breaks. */
function peopleIn(cell: string): string[] {
  return plain(cell.replace(/<br\s*\/?>/gi, ','))
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .filter((name) => name !== '');
}

function plain(cell: string): string {
  const text = cell.replace(/\[([^\]]+)\]\s*(?:\[[^\]]*\]|\([^)]*\))?/g, '$1');
  return text.replace(/[*_`]/g, '').trim();
}

/** The proposal of a row; `Clocks: Timezone` is the part `clocks-timezone`. */
function idOf(cell: string, names: ProposalNames): string {
  const link = linkIn(cell);
  const text = link?.text.replace(/[*_`]/g, '') ?? plain(cell);
  const [base = '', part] = text.split(/\s*:\s+/);
  const whole = baseId(base, link?.target ?? '', names);
  return part ? proposalId(`${whole}-${part}`, names) : whole;
}

/** Known names first, in the order target, text, words in brackets; otherwise the target or the text itself. */
function baseId(text: string, target: string, names: ProposalNames): string {
  const bracketed = /\(([^)]+)\)/.exec(text)?.[1] ?? '';
  const outside = text.replace(/\([^)]*\)/g, ' ').trim();
  const candidates = [target, outside, outside.replaceAll('/', ''), bracketed].filter(Boolean);
  const known = new Set(names.values());
  const ids = candidates.map((candidate) => proposalId(candidate, names));
  return ids.find((id) => known.has(id)) ?? ids[0] ?? '';
}

/** Two rows that other names lead to one proposal: the row that bears its own name keeps it. */
function distinct(rows: Row[]): Row[] {
  return rows.map((row) => {
    const own = slug(row.name);
    const same = rows.filter(({ proposal }) => proposal === row.proposal);
    const namesake = same.find(({ name, proposal }) => slug(name) === proposal);
    return same.length > 1 && namesake && namesake !== row ? { ...row, proposal: own } : row;
  });
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/^wasi[- ]/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
