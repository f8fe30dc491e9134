import { type Meeting, type ProposalNames, parseMeeting } from '../meetings/index.ts';
import type { Problem } from '../problem.ts';
import type { Place } from './group/git-place.ts';
import { noteFiles } from './note-files.ts';

/** Notes as they were read before, by path: one whose text is the same is not read again. */
export type NoteCache = Map<string, { text: string; meeting: Meeting }>;

/**
 * Reads notes from files and folders, by date; `sources` holds the text of each by path, `problems` what cannot be
 * read.
 * @param kept what was read under the same names, to which all is added
 */
export async function loadNotes(
  places: readonly Place[],
  names: ProposalNames,
  kept: NoteCache = new Map(),
): Promise<{ meetings: Meeting[]; sources: Map<string, string>; problems: Problem[] }> {
  const { value: files, problems } = await noteFiles(places);
  const meetings = files
    .map(({ path, text }) => {
      const known = kept.get(path);
      if (known?.text === text) return known.meeting;
      const meeting = parseMeeting({ path, text }, { proposals: names });
      kept.set(path, { text, meeting });
      return meeting;
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { meetings, sources: new Map(files.map(({ path, text }) => [path, text])), problems };
}
