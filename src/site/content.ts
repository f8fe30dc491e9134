import type { Matrix } from '../conformance/index.ts';
import type { SiteExamples } from '../examples/node.ts';
import type { FileOrigins } from '../load/index.ts';
import type { Decision, Meeting, People } from '../meetings/index.ts';
import type { Problem } from '../problem.ts';
import type { Day, Drift, ListingHistory, TrackerEvent, TrackerInput, Waiting } from '../tracker/index.ts';
import type { Package, Resolved } from '../wit/index.ts';

/** One meeting's notes, and the name of its page. */
export interface MeetingEntry {
  /** The date, with a number where a day has several notes: `2023-07-13`. */
  slug: string;
  meeting: Meeting;
  text: string;
}

/** A file that could not be read as it should: shown as plain source beside its problems. */
export interface BrokenFile {
  path: string;
  text: string;
  problems: Problem[];
}

/** What the pages are made of: everything that was read, nothing that is computed for one page only. */
export interface Content {
  /** Whether this is the project's own content, or other people's files. */
  own: boolean;
  /** What the group is called, when that is known. */
  group: string | null;
  /** True in somebody else's site, which has only the reference: nothing may lead to other pages of ours. */
  referenceOnly?: boolean;
  /** What that site is called. */
  siteTitle?: string | undefined;
  /** By date, the earliest first. */
  meetings: MeetingEntry[];
  people: People;
  tracker: TrackerInput;
  /** The last day that anything is known of: what `now` means on the pages, so that a build has no clock. */
  asOf: Day;
  /** The day from which the pages look at it: what is later is still to come. */
  today: Day;
  /** The tracker's events that record what meetings decided. */
  recorded: ReadonlyMap<Decision, readonly TrackerEvent[]>;
  /** What may be decisions and waits for a person, by the path of its notes. */
  waiting: ReadonlyMap<string, readonly Waiting[]>;
  packages: Package[];
  /** The same, resolved together: what versions are compared by. */
  resolved: Resolved;
  /** With the runs of this build; null over other people's files. */
  examples: SiteExamples | null;
  broken: BrokenFile[];
  /** Where a hand-kept proposals page and the notes disagree; null when no page was given. */
  audit: { path: string; drift: Drift[] } | null;
  /** What that page said of each proposal over time; null where nothing is known of it. */
  listings: ListingHistory[] | null;
  /** Which runtimes pass which official tests; null when no results were given. */
  matrix: Matrix | null;
  /** Where the files that all this was read from are at home. */
  fileOrigins: FileOrigins;
}

/** Who wants to know how the pages come along. */
export interface Listener {
  /** Called for each page that is rendered. */
  onPage?(): void;
  /** Called for a page that could not be made, over other people's files. */
  onFailure?(path: string, why: string): void;
}

interface Handover {
  content: Content;
  listener: Listener;
}

/**
 * Astro bundles the pages apart from the code that starts the build, so the two share no module. Both run in one
 * process: the content is handed over through this property of the global object.
 */
const KEY: unique symbol = Symbol.for('witness.site.handover');
const shared = globalThis as typeof globalThis & { [KEY]?: Handover };

/** Gives the pages their content. */
export function handOver(content: Content, listener: Listener = {}): void {
  shared[KEY] = { content, listener };
}

/** The content of the site that is being built. @throws when nothing was handed over. */
export function content(): Content {
  return handover().content;
}

/** Called once for each page. */
export function pageRendered(): void {
  handover().listener.onPage?.();
}

/** Called for a page that could not be made. */
export function pageFailed(path: string, why: string): void {
  handover().listener.onFailure?.(path, why);
}

function handover(): Handover {
  const given = shared[KEY];
  if (!given) throw new Error('build the site with `witness build`: Astro alone has nothing to show');
  return given;
}
