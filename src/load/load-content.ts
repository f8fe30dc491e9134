import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  findMentions,
  type KnownPerson,
  type Meeting,
  type People,
  type ProposalNames,
  resolvePeople,
} from '../meetings/index.ts';
import { byPlace, type Parsed, type Problem } from '../problem.ts';
import {
  type ListingHistory,
  type Review,
  readDecisions,
  type TrackerInput,
  type WitFacts,
  withFoundProposals,
} from '../tracker/index.ts';
import type { Package, Resolved } from '../wit/index.ts';
import { type FileOrigin, findOrigin } from './find-origin.ts';
import { gitOrigins } from './group/git-origins.ts';
import { gitWit } from './group/git-wit.ts';
import type { Group } from './group/read-group.ts';
import { loadNames } from './load-names.ts';
import { loadNotes, type NoteCache } from './load-notes.ts';
import { type LoadedPackages, loadPackages } from './load-packages.ts';
import { type LoadedPage, loadPage } from './load-page.ts';
import { loadPeople } from './load-people.ts';
import { loadReviews } from './load-reviews.ts';
import { loadTracker } from './load-tracker.ts';
import { mentionNames } from './mention-names.ts';
import { projectRoot } from './project-root.ts';
import type { Repository } from './repository.ts';
import { shippedWit } from './shipped-wit.ts';
import { witFacts } from './wit-facts.ts';

/** Where the files that were read are at home. */
export interface FileOrigins {
  /** The project, with its prose and the code of the site. */
  project: FileOrigin;
  /** Other people's files and folders, one home each. */
  given: FileOrigin[];
}

/** Everything that was read, and every problem found on the way. */
export interface Loaded {
  /** Whether this is the project's own content, with its prose and its examples. */
  own: boolean;
  group: Group;
  /** By date, with what they mention. */
  meetings: Meeting[];
  /** Who was there and spoke. */
  people: People;
  tracker: TrackerInput;
  /** What a person said of passages that may be decisions. */
  reviews: Review[];
  /** Other names of proposals. */
  names: ProposalNames;
  /** Every WIT package at hand: the project's own and those that npm packages ship, or other people's. */
  packages: Package[];
  /** The same, resolved together: what versions are compared by. */
  resolved: Resolved;
  /** The hand-kept page beside the notes, when there is one. */
  page: LoadedPage | null;
  /** Text by path. */
  sources: Map<string, string>;
  /** Whether a file was written for Witness, and is not other people's: an error in it is ours to mend. */
  isOurs(path: string): boolean;
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
 * Reads what a group is made of. Paths are given relative to the working directory.
 * @param repository where all of it is at home, when that was told and has not to be found out
 * @param kept what need not be read again, to which all is added
 */
export async function loadContent(
  group: Group,
  repository?: Repository,
  kept: ReadCache = new ReadCache(),
): Promise<Loaded> {
  const problems = [...group.problems];
  const vocabulary = group.content ?? (group.file === null ? ownFolder('content') : null);
  const names = vocabulary === null ? NO_NAMES : await loadNames(vocabulary);
  const known = vocabulary === null ? NOBODY : await loadPeople(vocabulary);
  const notes = withoutOthers(await loadNotes(group.meetings, names.value, kept.notes), group);
  const authored = await loadNotes(authoredNotes(group), names.value, kept.notes);
  const sources = new Map([...group.texts, ...notes.sources, ...authored.sources]);
  const days = new Set(notes.meetings.map(({ date }) => date));
  const meetings = [...notes.meetings, ...authored.meetings.filter(({ date }) => !days.has(date))].sort(
    byDate,
  );
  problems.push(...names.problems, ...known.problems, ...notes.problems, ...authored.problems);
  problems.push(...[...notes.meetings, ...authored.meetings].flatMap((meeting) => meeting.problems));

  kept.wit ??= withFacts(await loadWit(group));
  const { packages: wit, facts } = kept.wit;
  for (const [path, text] of wit.sources) sources.set(path, text);
  problems.push(...wit.problems);

  // Passages may be those of a restated meeting, although the notes themselves are at hand.
  const restated = authored.meetings.filter(({ date }) => days.has(date));
  const surroundings = { meetings: [...meetings, ...restated], sources, wit: facts };
  const tracker =
    group.content === null
      ? { value: NOTHING, problems: [] }
      : await loadTracker(group.content, surroundings);
  const reviews =
    group.content === null ? { value: [], problems: [] } : await loadReviews(group.content, sources);
  problems.push(...tracker.problems, ...reviews.problems);

  const page = group.proposals === null ? null : await loadPage(group.proposals, meetings, names.value);
  if (page) sources.set(page.path, page.text);
  problems.push(...(page?.problems ?? []));

  const mentioned = mentionNames(wit.packages, names.value);
  const isShown = new Set(meetings.map(({ path }) => path));
  return {
    own: group.isOwn,
    group,
    meetings: meetings.map((meeting) => ({ ...meeting, mentions: findMentions(meeting, mentioned) })),
    people: resolvePeople(meetings, known.value),
    tracker: withWitnesses(
      { ...tracker.value, meetings: tracker.value.meetings.filter(({ path }) => isShown.has(path)) },
      { meetings, names: names.value, listed: page && (page.history ?? page.undated) },
    ),
    reviews: reviews.value,
    names: names.value,
    packages: wit.packages,
    resolved: wit.resolved,
    page,
    sources,
    isOurs: oursIn(group),
    problems: problems.sort(byPlace),
    fileOrigins: await findOrigins(group, repository),
  };
}

/**
 * What tells the phase of a proposal where nobody has recorded it: decisions in the notes, and the history of the
 * hand-kept page. Where nobody has written down which proposals there are, they are those of the notes and the page.
 */
function withWitnesses(
  tracker: TrackerInput,
  { meetings, names, listed }: { meetings: Meeting[]; names: ProposalNames; listed: ListingHistory[] | null },
): TrackerInput {
  const known = withFoundProposals({ ...tracker, ...(listed ? { listed } : {}) });
  const ids = new Set(known.proposals.map(({ id }) => id));
  const read = readDecisions(meetings, names, [...ids]);
  if (tracker.proposals.length === 0) return withFoundProposals({ ...known, read });
  return { ...known, read: read.filter(({ proposal }) => ids.has(proposal)) };
}

/** Of this project everything but its sources; of another group what is in its content folder. */
function oursIn({ isOwn, file, content, sourceFolders }: Group): (path: string) => boolean {
  const isIn = (folder: string, path: string) => !relative(folder, path).startsWith('..');
  const isInGit = (path: string) => /^[A-Za-z][\w.-]+(?:@[^:/]*)?:/.test(path);
  if (isOwn) return (path) => !isInGit(path) && !sourceFolders.some((folder) => isIn(folder, path));
  return (path) => path === file || (content !== null && !isInGit(path) && isIn(content, path));
}

const NO_NAMES: Parsed<ProposalNames> = { value: new Map(), problems: [] };
const NOBODY: Parsed<KnownPerson[]> = { value: [], problems: [] };

function byDate(a: Meeting, b: Meeting): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** A file or folder of this project, from the working directory. */
function ownFolder(name: string): string {
  return relative(process.cwd(), join(projectRoot, name)) || '.';
}

/** Notes may lie all over a folder: the proposals page and what is written for Witness there are none of them. */
function withoutOthers<T extends Awaited<ReturnType<typeof loadNotes>>>(
  notes: T,
  { content, proposals }: Group,
): T {
  const page = typeof proposals === 'string' ? resolve(proposals) : null;
  const isNote = ({ path }: { path: string }) =>
    path.includes(':') ||
    (resolve(path) !== page && (content === null || relative(content, path).startsWith('..')));
  return { ...notes, meetings: notes.meetings.filter(isNote), problems: notes.problems.filter(isNote) };
}

/** Minutes that are kept with what is written for Witness. */
function authoredNotes({ content }: Group): string[] {
  const folder = content === null ? '' : join(content, 'meetings');
  return content !== null && existsSync(folder) ? [folder] : [];
}

function withFacts(packages: LoadedPackages): NonNullable<ReadCache['wit']> {
  return { packages, facts: witFacts(packages) };
}

async function findOrigins(group: Group, repository: Repository | undefined): Promise<FileOrigins> {
  const given = [...group.meetings, ...group.wit, ...(group.proposals === null ? [] : [group.proposals])];
  const inGit = given.filter((place) => typeof place !== 'string');
  const onDisk = group.isOwn ? group.sourceFolders : given.filter((place) => typeof place === 'string');
  return {
    project: await findOrigin(ownFolder('.'), group.isOwn ? repository : undefined),
    given: [
      ...(await Promise.all(onDisk.map((path) => findOrigin(path, repository)))),
      ...(await gitOrigins(inGit, group.sources)),
    ],
  };
}

/** The group's packages; of this project's own, without the source of its releases, those that npm packages ship. */
async function loadWit({ wit, isOwn }: Group): Promise<LoadedPackages> {
  const inGit = await gitWit(wit.filter((place) => typeof place !== 'string'));
  const folders = wit.filter((place) => typeof place === 'string');
  const shipped = isOwn && inGit.groups.length === 0 ? shippedWit() : [];
  const loaded = loadPackages([...folders, ...shipped], inGit);
  const isForeign = (path: string) => shipped.some((one) => path.startsWith(one));
  return {
    ...loaded,
    // What published files might be warned of is not ours to mend.
    problems: loaded.problems.filter(({ path, severity }) => severity === 'error' || !isForeign(path)),
    packages: loaded.packages.filter(
      ({ source, namespace }) => namespace === 'wasi' || !isForeign(source.path),
    ),
  };
}
