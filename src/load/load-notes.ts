import { type Meeting, type ProposalNames, parseMeeting } from '../meetings/index.ts';
import type { Problem } from '../problem.ts';
import { noteFiles } from './note-files.ts';

/** Reads notes from files and folders, by date; `sources` holds the text of each by path, `problems` what cannot be read. */
export async function loadNotes(
  paths: readonly string[],
  names: ProposalNames,
): Promise<{ meetings: Meeting[]; sources: Map<string, string>; problems: Problem[] }> {
  const { value: files, problems } = await noteFiles(paths);
  const meetings = files
    .map((file) => parseMeeting(file, { proposals: names }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { meetings, sources: new Map(files.map(({ path, text }) => [path, text])), problems };
}
