import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Problem, Span } from '../../problem.ts';
import { AT_START } from '../../problem.ts';
import { type Authored, readYaml } from '../../schema/index.ts';
import { projectRoot } from '../project-root.ts';
import { fetchedPath, findSource, type Source } from './find-source.ts';
import type { Place } from './git-place.ts';
import { type GroupFile, groupFile } from './group-file.ts';
import { type GroupPath, groupPath } from './group-path.ts';
import { placesAt } from './places-at.ts';

/** What a site and a tracker are made of, every path looked up. */
export interface Group {
  name: string | null;
  /** The file that describes it; null when flags do. */
  file: string | null;
  /** Whether it is this project's own, with its prose and its examples. */
  isOwn: boolean;
  meetings: Place[];
  wit: Place[];
  proposals: Place | null;
  /** The folder of what is written for Witness. */
  content: string | null;
  testsuite: string | null;
  /** The addresses of its sources, by name. */
  sources: Map<string, string>;
  /** Folders of sources that are at hand: what is in them is other people's. */
  sourceFolders: string[];
  /** Sources that were not fetched; only this project's own can do without. */
  missing: string[];
  /** With an error among them, nothing can be made of the group. */
  problems: Problem[];
  texts: Map<string, string>;
}

/** What flags say of a group. */
export interface GroupFlags {
  /** A file other than `witness.yml` of the working directory. */
  config?: string | undefined;
  /** Where sources are that are at hand already, by name. */
  sources?: ReadonlyMap<string, string>;
  meetings?: readonly string[];
  wit?: readonly string[];
  proposals?: string | undefined;
  testsuite?: string | undefined;
  /** Whether notes, WIT or a page given by flags start an empty group, where no file is named. */
  isSite?: boolean;
}

const FILE_NAME = 'witness.yml';

/**
 * Reads what a group is made of: from flags, from `witness.yml` in the working directory, or else this project's own.
 * @throws when the file that `config` names is not there
 */
export async function readGroup(flags: GroupFlags = {}): Promise<Group> {
  const isEmpty =
    flags.isSite &&
    flags.config === undefined &&
    Boolean(flags.meetings?.length || flags.wit?.length || flags.proposals !== undefined);
  const path = isEmpty ? null : (flags.config ?? nearestFile());
  const group = path === null ? emptyGroup() : await groupIn(path, flags.sources ?? new Map());
  return withFlags(group, flags);
}

/** The file of the working directory, or else of this project. */
function nearestFile(): string {
  return existsSync(FILE_NAME) ? FILE_NAME : relative(process.cwd(), join(projectRoot, FILE_NAME));
}

/** A group that has nothing yet. */
export function emptyGroup(): Group {
  return {
    name: null,
    file: null,
    isOwn: false,
    meetings: [],
    wit: [],
    proposals: null,
    content: null,
    testsuite: null,
    sources: new Map(),
    sourceFolders: [],
    missing: [],
    problems: [],
    texts: new Map(),
  };
}

async function groupIn(path: string, given: ReadonlyMap<string, string>): Promise<Group> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`no file "${path}"`);
  });
  const { value: read, problems } = readYaml({ path, text }, groupFile, {
    rule: (kind) => `group/${kind}`,
    empty: Object.create(null),
  });
  const root = dirname(resolve(path));
  const isOwn = root === resolve(projectRoot) && basename(path) === FILE_NAME;
  const group: Group = { ...emptyGroup(), file: path, isOwn, problems, texts: new Map([[path, text]]) };
  if (!read) return group;
  const { value } = read;
  group.name = value.name ?? null;
  group.sources = new Map(Object.entries(value.sources ?? {}));
  const lookUp = lookUpIn(group, root, given, read);
  const all = async (key: 'meetings' | 'wit') => {
    const places = await Promise.all((value[key] ?? []).map((one, at) => lookUp(one, `${key}.${at}`)));
    return places.flat();
  };
  group.meetings = await all('meetings');
  group.wit = await all('wit');
  [group.proposals = null] = value.proposals === undefined ? [] : await lookUp(value.proposals, 'proposals');
  const [content, testsuite] = await Promise.all(
    (['content', 'testsuite'] as const).map(async (key) => {
      const [place] = value[key] === undefined ? [] : await lookUp(value[key], key);
      return typeof place === 'object' ? place.repository.path : (place ?? null);
    }),
  );
  group.content = content ?? null;
  group.testsuite = testsuite ?? null;
  return group;
}

type LookUp = (written: string, key: string) => Promise<Place[]>;

/** Finds what paths of a file lead to; what leads nowhere is a problem at its place. */
function lookUpIn(
  group: Group,
  root: string,
  given: ReadonlyMap<string, string>,
  read: Authored<GroupFile>,
): LookUp {
  const sources = new Map<string, Promise<Source | null>>();
  const sourceNamed = (name: string) => {
    const path = given.get(name) ?? relative(process.cwd(), fetchedPath(root, name));
    const found = sources.get(name) ?? findSource(name, path);
    sources.set(name, found);
    return found;
  };
  return async (written, key) => {
    const span = read.spanOf(key);
    const wrong = (rule: string, message: string, hint?: string) => {
      group.problems.push(problemAt(group.file ?? '', span, rule, message, hint));
      return [];
    };
    const path = groupPath(written);
    const found = await placesAt(path, {
      folder: relative(process.cwd(), root),
      names: new Set([...group.sources.keys(), ...given.keys()]),
      sourceNamed,
    }).catch((error: Error) => ({ wrong: error.message }));
    if ('wrong' in found) return wrong('path', found.wrong, 'hint' in found ? found.hint : undefined);
    if ('missing' in found) {
      if (!group.missing.includes(found.missing)) group.missing.push(found.missing);
      if (group.isOwn) return [];
      return wrong(
        'source-not-fetched',
        `the source "${found.missing}" was not fetched`,
        `run: witness fetch ${found.missing}, or give it with --source ${found.missing}=PATH`,
      );
    }
    if (found.source && !group.sourceFolders.includes(found.source.path))
      group.sourceFolders.push(found.source.path);
    return found.places;
  };
}

/** What flags name takes the place of what the file says under the same key. */
async function withFlags(group: Group, flags: GroupFlags): Promise<Group> {
  const given = flags.sources ?? new Map<string, string>();
  const placesOf = async (written: string, what = 'file or folder'): Promise<Place[]> => {
    const path: GroupPath = groupPath(written);
    if (path.source === undefined || existsSync(written) || !given.has(path.source)) {
      if (!existsSync(written)) throw new Error(`no ${what} "${written}"`);
      return [written];
    }
    const found = await placesAt(path, {
      folder: '',
      names: new Set(given.keys()),
      sourceNamed: (name) => findSource(name, given.get(name) ?? ''),
    });
    if ('wrong' in found) throw new Error(found.wrong);
    if ('missing' in found) throw new Error(`there is no source at ${given.get(found.missing)}`);
    return found.places;
  };
  const all = async (written: readonly string[]) =>
    (await Promise.all(written.map((one) => placesOf(one)))).flat();
  const { meetings = [], wit = [], proposals, testsuite } = flags;
  const [page] = proposals === undefined ? [] : await placesOf(proposals, 'file');
  return {
    ...group,
    ...(meetings.length > 0 && { meetings: await all(meetings) }),
    ...(wit.length > 0 && { wit: await all(wit) }),
    ...(page !== undefined && { proposals: page }),
    ...(testsuite !== undefined && { testsuite }),
  };
}

function problemAt(path: string, span: Span, rule: string, message: string, hint?: string): Problem {
  return {
    rule: `group/${rule}`,
    severity: 'error',
    message,
    path,
    ...(path ? span : AT_START),
    ...(hint && { hint }),
  };
}
