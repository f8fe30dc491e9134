import { type Meeting, type ProposalNames, parseMeeting } from '../meetings/index.ts';
import { noteFiles } from './note-files.ts';

/** Reads notes from files and folders, by date; `sources` holds the text of each by path. */
export async function loadNotes(
  paths: readonly string[],
  names: ProposalNames,
): Promise<{ meetings: Meeting[]; sources: Map<string, string> }> {
  const files = await noteFiles(paths);
  const meetings = files
    .map((file) => parseMeeting(file, { proposals: names }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { meetings, sources: new Map(files.map(({ path, text }) => [path, text])) };
}
