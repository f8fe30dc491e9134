import { join, relative } from 'node:path';
import type { Meeting, ProposalNames } from '../meetings/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import type { TrackerInput } from '../tracker/index.ts';
import { loadNames } from './load-names.ts';
import { loadNotes } from './load-notes.ts';
import { loadTracker } from './load-tracker.ts';

/** Other people's files instead of the project's own. */
export interface Overrides {
  meetings?: string[];
  wit?: string[];
}

/** Everything that was read, and every problem found on the way. */
export interface Loaded {
  /** False with other people's files: nobody has authored events over those, so the tracker is empty. */
  own: boolean;
  /** By date. */
  meetings: Meeting[];
  tracker: TrackerInput;
  /** Other names of proposals. */
  names: ProposalNames;
  /** Text by path. */
  sources: Map<string, string>;
  /** By file and place. */
  problems: Problem[];
}

const NOTHING: TrackerInput = {
  proposals: [],
  criteria: [],
  events: [],
  meetings: [],
  coverage: null,
  wit: [],
};

/** Reads the content of a checkout. Paths are given relative to the working directory. */
export async function loadContent(root: string, overrides: Overrides = {}): Promise<Loaded> {
  const own = !overrides.meetings?.length && !overrides.wit?.length;
  const content = relative(process.cwd(), join(root, 'content')) || '.';
  const { value: names, problems } = await loadNames(root);
  const folders = own ? [join(content, 'meetings')] : (overrides.meetings ?? []);
  const { meetings, sources } = await loadNotes(folders, names);
  problems.push(...meetings.flatMap((meeting) => meeting.problems));
  const tracker = own
    ? await loadTracker(content, { meetings, sources, wit: [] })
    : { value: NOTHING, problems: [] };
  problems.push(...tracker.problems);
  return { own, meetings, tracker: tracker.value, names, sources, problems: problems.sort(byPlace) };
}
