import type { Loaded } from '../load/index.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { driftIn, recorded, waiting } from '../tracker/index.ts';
import type { BrokenFile, Content } from './content.ts';
import { meetingSlugs } from './meetings/slugs.ts';

/** Stands for today where nothing has a date, as with WIT alone: before anything that could be told. */
const NO_DAY = '1970-01-01';

/** What was read, arranged for the pages. */
export function toContent(
  loaded: Loaded,
  examples: Content['examples'],
  matrix: Content['matrix'] = null,
): Content {
  const slugs = meetingSlugs(loaded.meetings);
  const meetings = loaded.meetings.map((meeting, at) => ({
    slug: slugs[at] ?? '',
    meeting,
    text: loaded.sources.get(meeting.path) ?? '',
  }));
  const days = [...loaded.meetings.map(({ date }) => date), ...loaded.tracker.events.map(({ date }) => date)];
  return {
    own: loaded.own,
    group: loaded.group.name,
    meetings,
    people: loaded.people,
    tracker: loaded.tracker,
    asOf: days.reduce((last, day) => (day > last ? day : last), NO_DAY),
    recorded: recorded({ meetings: loaded.meetings, events: loaded.tracker.events, names: loaded.names }),
    waiting: Map.groupBy(
      waiting(loaded).filter(({ kind }) => kind === 'candidate'),
      ({ path }) => path,
    ),
    packages: loaded.packages,
    resolved: loaded.resolved,
    broken: brokenFiles(loaded.problems, loaded.sources),
    examples,
    audit: loaded.page && { path: loaded.page.path, drift: driftIn(loaded.page.rows) },
    listings: loaded.page?.history ?? null,
    matrix,
    fileOrigins: loaded.fileOrigins,
  };
}

/** The files that have an error, each with everything that was found in it. */
export function brokenFiles(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string>,
): BrokenFile[] {
  return [...Map.groupBy(problems, ({ path }) => path)]
    .filter(([, own]) => hasErrors(own))
    .map(([path, own]) => ({ path, text: sources.get(path) ?? '', problems: own }));
}
