import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { parseMeeting } from '../../meetings/index.ts';
import { type AuditedRow, auditRows } from '../../tracker/index.ts';
import { checkoutOf } from '../checkout.ts';
import { MOST_BYTES } from '../read-limits.ts';

/** What lies in a folder of notes and beside it. Paths are relative to the folder. */
export interface Survey {
  meetings: string[];
  /** How many notes of a day were found there. */
  notes: number;
  wit: string[];
  proposals: string | null;
  /** The rows of that page. */
  rows: AuditedRow[];
}

/** More files than this are not looked at: enough to see how a folder is arranged. */
const MOST_FILES = 5_000;

const LEFT_OUT = new Set(['node_modules', '.git', '.witness', 'content', 'dist']);

/** Looks for notes, WIT and a proposals page in a folder; for the last two also beside it, within the same checkout. */
export async function surveyFolder(folder: string): Promise<Survey> {
  const own = filesBelow(folder);
  const notes = own.filter((path) => isNote(folder, path));
  const beside = (await isInCheckout(folder)) ? besidesOf(folder) : [];
  const wit = witFolders(own.filter((path) => path.endsWith('.wit')));
  const pages = [...own, ...beside].filter((path) => /proposals?[^/]*\.md$/i.test(path));
  const found = pages
    .map((path) => ({ path, rows: rowsOf(folder, path) }))
    .filter(({ rows }) => rows.length > 0);
  const best = found.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  return {
    meetings: noteFolders(notes, own),
    notes: notes.length,
    wit: wit.length > 0 ? wit : witFolders(beside.filter((path) => path.endsWith('.wit'))),
    proposals: best?.path ?? null,
    rows: best?.rows ?? [],
  };
}

/** The paths of the files below a folder, links left out. */
function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const waiting = [''];
  for (let at = waiting.shift(); at !== undefined && found.length < MOST_FILES; at = waiting.shift()) {
    for (const entry of entriesOf(join(folder, at))) {
      const path = posix.join(at, entry.name);
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) waiting.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** A page or WIT may lie beside a folder that holds nothing but notes. */
function besidesOf(folder: string): string[] {
  const parent = dirname(resolve(folder));
  const own = `${basename(resolve(folder))}/`;
  return filesBelow(parent)
    .filter((path) => !path.startsWith(own))
    .map((path) => `../${path}`);
}

async function isInCheckout(folder: string): Promise<boolean> {
  const checkout = await checkoutOf(folder);
  return checkout !== null && resolve(folder) !== resolve(checkout.root);
}

function isNote(folder: string, path: string): boolean {
  if (!path.endsWith('.md') || basename(path) === 'README.md') return false;
  const full = join(folder, path);
  if (statSync(full).size > MOST_BYTES) return false;
  const meeting = parseMeeting({ path: full, text: readFileSync(full, 'utf8') }, { proposals: new Map() });
  const isNamedByDay = /\d{4}-\d{2}-\d{2}|\d{2}-\d{2}|\d{8}/.test(basename(path));
  return (
    meeting.date !== '' && (isNamedByDay || meeting.attendees.length > 0 || meeting.decisions.length > 0)
  );
}

/** The folders that notes lie in: one for each part of the folder in which at least half of all Markdown is notes. */
function noteFolders(notes: readonly string[], files: readonly string[]): string[] {
  const top = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '.');
  const byTop = Map.groupBy(notes, top);
  const markdown = Map.groupBy(
    files.filter((path) => path.endsWith('.md')),
    top,
  );
  const rich = [...byTop].filter(([name, own]) => own.length * 2 >= (markdown.get(name)?.length ?? 0));
  const chosen = rich.length > 0 ? rich : [...byTop];
  if (chosen.some(([name]) => name === '.' || isYear(name))) return ['.'];
  return chosen.map(([, own]) => commonFolder(own));
}

/** The folder that holds all of some files, and not only those of one year. */
function commonFolder(paths: readonly string[]): string {
  const shared = paths
    .map((path) => path.split('/').slice(0, -1))
    .reduce((a, b) => {
      const end = a.findIndex((name, at) => name !== b[at]);
      return end < 0 ? a : a.slice(0, end);
    });
  while (shared.length > 1 && isYear(shared.at(-1) ?? '')) shared.pop();
  return shared.join('/') || '.';
}

function isYear(name: string): boolean {
  return /^(?:19|20)\d{2}$/.test(name);
}

/** The folders of packages: `wit` for `wit/a/a.wit` and `wit/b/b.wit`, or the package itself where there is one. */
function witFolders(files: readonly string[]): string[] {
  const packages = [...new Set(files.map((path) => posix.dirname(path)))].filter(
    (path) => !/(?:^|\/)deps(?:\/|$)/.test(path),
  );
  const parents = [...new Set(packages.map((path) => (packages.length > 1 ? posix.dirname(path) : path)))];
  return parents.filter(
    (path) => !parents.some((other) => other !== path && `${path}/`.startsWith(`${other}/`)),
  );
}

function rowsOf(folder: string, path: string): AuditedRow[] {
  const full = join(folder, path);
  if (statSync(full).size > MOST_BYTES) return [];
  const page = { path, text: readFileSync(full, 'utf8') };
  return auditRows({ page, meetings: [], names: new Map(), asOf: '9999-12-31' });
}
