import { AT_START, type Problem } from '../../problem.ts';
import { decode, packagesOf, parse } from '../../wit/index.ts';
import type { GitFile } from '../git/git-repository.ts';
import { MOST_BYTES, tooLarge } from '../read-limits.ts';
import type { WitGroup } from '../wit-loader.ts';
import { type GitPlace, linkProblems, type Revision } from './git-place.ts';

/** WIT packages of places in git, ready to be resolved. */
export interface GitWit {
  /** Each package and version once. */
  groups: WitGroup[];
  /** Copies that lie in `deps/`: good only for what is not declared elsewhere. */
  copies: WitGroup[];
  sources: Map<string, string>;
  problems: Problem[];
}

/** The files of one package in one revision. */
interface Folder {
  revision: Revision;
  isCopy: boolean;
  files: GitFile[];
}

const isWit = (path: string) => path.endsWith('.wit');

/**
 * Reads the packages of places in git. Tags repeat what did not change: equal folders are read once. Where a package and
 * version differ from tag to tag, the newest tag counts, and that is told.
 */
export async function gitWit(places: readonly GitPlace[]): Promise<GitWit> {
  const revisions = (await Promise.all(places.map((place) => place.revisions()))).flat().sort(newestFirst);
  const folders = distinct(revisions.flatMap(foldersOf));
  const contents = await contentsOf(folders);
  const wit: GitWit = {
    groups: [],
    copies: [],
    sources: new Map(),
    problems: revisions.flatMap((revision) => linkProblems(revision, isWit)),
  };
  const declared = new Map<string, Folder>();
  const told = new Set<string>();
  for (const folder of folders) {
    const group = folder.files.flatMap((file) => {
      const path = `${folder.revision.prefix}${file.path}`;
      if (!isReadable(file)) wit.problems.push(tooLarge(path, file.size));
      const bytes = contents.get(file.id);
      return bytes ? [parsed(path, bytes)] : [];
    });
    const names = [...new Set(group.flatMap(({ value }) => packagesOf(value).declares))];
    if (!folder.isCopy) {
      for (const name of names) {
        const newer = declared.get(name);
        if (newer && !told.has(name)) wit.problems.push(differs(name, folder, newer));
        if (newer) told.add(name);
        else declared.set(name, folder);
      }
      if (names.length > 0 && names.every((name) => declared.get(name) !== folder)) continue;
    }
    wit[folder.isCopy ? 'copies' : 'groups'].push(group);
    for (const { value } of group) wit.sources.set(value.source.path, value.source.text);
  }
  return wit;
}

function newestFirst(a: Revision, b: Revision): number {
  return (b.tag?.time ?? Number.MAX_SAFE_INTEGER) - (a.tag?.time ?? Number.MAX_SAFE_INTEGER);
}

async function contentsOf(folders: readonly Folder[]): Promise<Map<string, Buffer>> {
  const byRepository = Map.groupBy(folders, ({ revision }) => revision.repository);
  const read = [...byRepository].map(([repository, own]) =>
    repository.read(own.flatMap(({ files }) => files.filter(isReadable).map(({ id }) => id))),
  );
  return new Map((await Promise.all(read)).flatMap((contents) => [...contents]));
}

function parsed(path: string, bytes: Buffer): WitGroup[number] {
  const { value, problems } = decode(path, bytes);
  const ast = parse(value);
  return { value: ast.value, problems: [...problems, ...ast.problems] };
}

function isReadable({ size }: GitFile): boolean {
  return size <= MOST_BYTES;
}

/** The WIT files of a revision by folder; files directly in `deps/` are packages of their own. */
function foldersOf(revision: Revision): Folder[] {
  const files = revision.files.filter(({ path }) => isWit(path));
  const byFolder = Map.groupBy(files, ({ path }) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return /(?:^|\/)deps$/.test(folder) ? path : folder;
  });
  return [...byFolder].map(([folder, inside]) => ({
    revision,
    isCopy: /(?:^|\/)deps(?:\/|$)/.test(folder),
    files: inside,
  }));
}

/** Folders of the same files by name and content once, the first of them. */
function distinct(folders: readonly Folder[]): Folder[] {
  const seen = new Set<string>();
  return folders.filter(({ files, isCopy }) => {
    const key = `${isCopy} ${files.map(({ path, id }) => `${path.replace(/^.*\//, '')} ${id}`).join('\n')}`;
    return !seen.has(key) && seen.add(key);
  });
}

function differs(name: string, { revision, files }: Folder, { revision: newer }: Folder): Problem {
  const [old, now] = [revision, newer].map(({ tag }) => tag?.name ?? 'what is checked out');
  return {
    rule: 'load/package-differs',
    severity: 'info',
    message: `\`${name}\` is not the same in ${old} and in ${now}: the one of ${now} counts`,
    path: `${revision.prefix}${files[0]?.path ?? ''}`,
    ...AT_START,
  };
}
