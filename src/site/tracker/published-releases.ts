import type { Day, Evidence, TrackerEvent } from '../../tracker/index.ts';
import type { Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { daysBetween } from './days-between.ts';

/** A version of all packages together, published or planned. */
export interface Release {
  version: string;
  /** The board that it belongs to, such as `wasi-0.3`; null where nothing says. */
  line: string | null;
  /** The day of its publication; null for one that is only planned. */
  published: Day | null;
  /** The day for which it was planned, when that is known. */
  planned: Day | null;
  tag: string | null;
  draft: boolean;
  note: string;
  evidence: Evidence[];
  /** The packages of this version that are at hand. */
  packages: Package[];
  /** The votes since the release before it in its line: what stands behind it. */
  votes: TrackerEvent[];
}

/** Every release that the record knows of, the latest first. */
export const publishedReleases: (site: Content) => Release[] = remember((site) => {
  const { events } = site.tracker;
  const found = new Map<string, Release>();
  for (const event of events) {
    const isPlan = event.kind === 'scheduled';
    if (!isPlan && (event.kind !== 'published' || !event.release)) continue;
    if (!event.version) continue;
    const before = found.get(event.version);
    found.set(event.version, {
      version: event.version,
      line: (isPlan ? null : event.release) ?? before?.line ?? lineOf(event.version, events),
      published: isPlan ? (before?.published ?? null) : event.date,
      planned: isPlan ? event.on : (before?.planned ?? null),
      tag: (isPlan ? null : event.tag) ?? before?.tag ?? null,
      draft: isPlan ? (before?.draft ?? false) : event.draft,
      note: event.note ?? before?.note ?? '',
      evidence: [...(before?.evidence ?? []), ...event.evidence],
      packages: site.packages.filter(({ version }) => version === event.version),
      votes: [],
    });
  }
  const inOrder = [...found.values()].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  return inOrder
    .map((release, at) => ({ ...release, votes: votes(release, inOrder.slice(0, at), events) }))
    .reverse();
});

/** What became of a plan on a day, in a sentence; null for a release that nobody had planned. */
export function outcomeOfPlan({ planned, published }: Release, today: Day): string | null {
  if (planned === null) return null;
  if (published !== null) {
    const late = daysBetween(planned, published);
    if (late === 0) return 'Published on the planned day.';
    return `Published ${Math.abs(late)} ${Math.abs(late) === 1 ? 'day' : 'days'} ${late > 0 ? 'late' : 'early'}.`;
  }
  const gone = daysBetween(planned, today);
  if (gone < 0) return `Still to come, in ${-gone} ${gone === -1 ? 'day' : 'days'}.`;
  return `Planned for a day that has come; its publication is not in the record.`;
}

/** The day by which a release stands in its place. */
export function dayOf({ published, planned }: Pick<Release, 'published' | 'planned'>): Day {
  return published ?? planned ?? '';
}

/** `0.3.1` belongs with what was published as `0.3.0`. */
function lineOf(version: string, events: readonly TrackerEvent[]): string | null {
  const track = trackOf(version);
  const same = events.find(
    (event) => event.kind === 'published' && event.release !== undefined && trackOf(event.version) === track,
  );
  return same?.kind === 'published' ? (same.release ?? null) : null;
}

function trackOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Passed votes on this line after its release before, up to the day of this one. */
function votes(release: Release, earlier: Release[], events: readonly TrackerEvent[]): TrackerEvent[] {
  const last = earlier.findLast(({ line, draft }) => line === release.line && !draft);
  const until = release.published;
  if (until === null || release.draft) return [];
  return events.filter(
    (event) =>
      'outcome' in event &&
      event.outcome === 'passed' &&
      event.date <= until &&
      event.date > (last?.published ?? '') &&
      ('release' in event && event.release ? event.release === release.line : last !== undefined),
  );
}
