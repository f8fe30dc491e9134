import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  findMentions,
  type Meeting,
  type People,
  type ProposalNames,
  resolvePeople,
} from '../meetings/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import type { TrackerInput, WitFacts } from '../tracker/index.ts';
import type { Package, Resolved } from '../wit/index.ts';
import { type FileOrigin, findOrigin } from './find-origin.ts';
import { loadNames } from './load-names.ts';
import { loadNotes, type NoteCache } from './load-notes.ts';
import { type LoadedPackages, loadPackages } from './load-packages.ts';
import { type LoadedPage, loadPage } from './load-page.ts';
import { loadPeople } from './load-people.ts';
import { loadTracker } from './load-tracker.ts';
import { mentionNames } from './mention-names.ts';
import type { Repository } from './repository.ts';
import { shippedWit } from './shipped-wit.ts';
import { witFacts } from './wit-facts.ts';

/** Other people's files instead of the project's own. */
export interface Overrides {
  meetings?: string[];
  wit?: string[];
  /** A hand-kept proposals page. */
  proposals?: string;
  /** Where all of it is at home, when that was told and has not to be found out. */
  repository?: Repository;
}

/** Where the files that were read are at home. */
export interface FileOrigins {
  /** The project, with its prose and the code of the site. */
  project: FileOrigin;
  /** Other people's files and folders, one home each. */
  given: FileOrigin[];
}

/** Everything that was read, and every problem found on the way. */
export interface Loaded {
  /** False with other people's files: nobody has authored events over those, so the tracker is empty. */
  own: boolean;
  /** By date, with what they mention. */
  meetings: Meeting[];
  /** Who was there and spoke. */
  people: People;
  tracker: TrackerInput;
  /** Other names of proposals. */
  names: ProposalNames;
  /** Every WIT package at hand: the project's own and those that npm packages ship, or other people's. */
  packages: Package[];
  /** The same, resolved together: what versions are compared by. */
  resolved: Resolved;
  /** The hand-kept page beside the notes, when one was given. */
  page: LoadedPage | null;
  /** Text by path. */
  sources: Map<string, string>;
  /** By file and place. */
  problems: Problem[];
  fileOrigins: FileOrigins;
}

const NOTHING: TrackerInput = {
  proposals: [],
  criteria: [],
  events: [],
  meetings: [],
  coverage: null,
  wit: [],
};

/** What was read, for another reading of the same places after nothing but prose and notes has changed. */
export class ReadCache {
  readonly notes: NoteCache = new Map();
  wit?: { packages: LoadedPackages; facts: WitFacts[] };
}

/**
 * Reads the content of a checkout, or other people's files. Paths are given relative to the working directory.
 * @param kept what need not be read again, to which all is added
 */
export async function loadContent(
  root: string,
  overrides: Overrides = {},
  kept: ReadCache = new ReadCache(),
): Promise<Loaded> {
  const own = !overrides.meetings?.length && !overrides.wit?.length;
  const at = (name: string) => relative(process.cwd(), join(root, name)) || '.';
  const { value: names, problems } = await loadNames(root);
  const notes = await loadNotes(
    own ? [at('content/meetings')] : (overrides.meetings ?? []),
    names,
    kept.notes,
  );
  const { meetings, sources } = notes;
  const known = await loadPeople(root);
  problems.push(...notes.problems, ...known.problems, ...meetings.flatMap((meeting) => meeting.problems));

  kept.wit ??= withFacts(own ? ownWit(at('wit')) : loadPackages(overrides.wit ?? []));
  const { packages: wit, facts } = kept.wit;
  for (const [path, text] of wit.sources) sources.set(path, text);
  problems.push(...wit.problems);

  const surroundings = { meetings, sources, wit: facts };
  const tracker = own ? await loadTracker(at('content'), surroundings) : { value: NOTHING, problems: [] };
  problems.push(...tracker.problems);

  const page = overrides.proposals ? await loadPage(overrides.proposals, meetings, names) : null;
  if (page) sources.set(page.path, page.text);
  problems.push(...(page?.problems ?? []));

  const mentioned = mentionNames(wit.packages, names);
  return {
    own,
    meetings: meetings.map((meeting) => ({ ...meeting, mentions: findMentions(meeting, mentioned) })),
    people: resolvePeople(meetings, known.value),
    tracker: tracker.value,
    names,
    packages: wit.packages,
    resolved: wit.resolved,
    page,
    sources,
    problems: problems.sort(byPlace),
    fileOrigins: await findOrigins(at('.'), own, overrides),
  };
}

function withFacts(packages: LoadedPackages): NonNullable<ReadCache['wit']> {
  return { packages, facts: witFacts(packages) };
}

async function findOrigins(
  project: string,
  own: boolean,
  { meetings = [], wit = [], proposals, repository }: Overrides,
): Promise<FileOrigins> {
  const given = [...meetings, ...wit, ...(proposals ? [proposals] : [])];
  return {
    project: await findOrigin(project, own ? repository : undefined),
    given: await Promise.all(given.map((path) => findOrigin(path, repository))),
  };
}

/** The project's packages and WASI's; what WASI's published files might be warned of is not ours to mend. */
function ownWit(folder: string): LoadedPackages {
  const shipped = shippedWit();
  const loaded = loadPackages(existsSync(folder) ? [folder, ...shipped] : shipped);
  const isForeign = (path: string) => shipped.some((one) => path.startsWith(one));
  return {
    ...loaded,
    problems: loaded.problems.filter(({ path, severity }) => severity === 'error' || !isForeign(path)),
    packages: loaded.packages.filter(
      ({ source, namespace }) => namespace === 'wasi' || !isForeign(source.path),
    ),
  };
}
