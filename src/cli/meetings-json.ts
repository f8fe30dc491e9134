import { noteFiles } from '../load/note-files.ts';
import { parseMeeting } from '../meetings/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

/** `witness meetings json`: notes as data. */
export const command: Command = {
  usage: 'PATH...',
  summary: 'meeting notes (files or folders) as a JSON array of meetings',
  options: {},
  async run(paths): Promise<ExitCode> {
    if (paths.length === 0) throw new UsageError('expected at least one file or folder of notes');
    const meetings = (await noteFiles(paths)).map((file) => parseMeeting(file));
    process.stdout.write(`${JSON.stringify(meetings, null, 2)}\n`);
    return 0;
  },
};
