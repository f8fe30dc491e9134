import type { Loaded } from '../load/index.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { type Day, driftIn, recorded, waiting } from '../tracker/index.ts';
import type { BrokenFile, Content } from './content.ts';
import { meetingSlugs } from './meetings/slugs.ts';
import { eventDays } from './tracker/tracker-data.ts';

/** Stands for today where nothing has a date, as with WIT alone: before anything that could be told. */
const NO_DAY = '1970-01-01';

/**
 * What was read, arranged for the pages.
 * @param today the day from which the pages look at it; without it, the last day that anything is known of
 */
export function toContent(
  loaded: Loaded,
  examples: Content['examples'],
  matrix: Content['matrix'] = null,
  today?: Day,
): Content {
  const slugs = meetingSlugs(loaded.meetings);
  const meetings = loaded.meetings.map((meeting, at) => ({
    slug: slugs[at] ?? '',
    meeting,
    text: loaded.sources.get(meeting.path) ?? '',
  }));
  const asOf = lastDay(loaded, today);
  return {
    own: loaded.own,
    group: loaded.group.name,
    meetings,
    people: loaded.people,
    tracker: loaded.tracker,
    asOf,
    today: today ?? asOf,
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

/** The last day of the record up to today: of a meeting that was held, or of anything else that happened. */
function lastDay({ meetings, tracker }: Loaded, today = '9999-12-31'): Day {
  const held = meetings.filter(({ status }) => status !== 'agenda-only');
  const days = [...held.map(({ date }) => date), ...eventDays(tracker)].filter((day) => day <= today);
  const agendas = meetings.map(({ date }) => date).filter((day) => day <= today);
  const last = (all: Day[]) => all.reduce((latest, day) => (day > latest ? day : latest), '');
  return last(days) || last(agendas) || NO_DAY;
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
