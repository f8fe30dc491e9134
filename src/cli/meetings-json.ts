import { join } from 'node:path';
import { describedPackages, loadNames, mentionNames, noteFiles, projectRoot } from '../load/index.ts';
import { findMentions, parseMeeting } from '../meetings/index.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { printJson } from './print-json.ts';

/** `witness meetings json`: notes as data. */
export const command: Command = {
  usage: 'PATH... [--wit DIR]',
  summary: 'meeting notes (files or folders) as a JSON array of meetings',
  options: { wit: { type: 'string' } },
  async run(paths, flags): Promise<ExitCode> {
    if (paths.length === 0) throw new UsageError('expected at least one file or folder of notes');
    const { value: proposals } = await loadNames(projectRoot);
    const packages = await describedPackages(String(flags.wit ?? join(projectRoot, 'wit')));
    const names = mentionNames(packages, proposals);
    const { value: files, problems } = await noteFiles(paths);
    if (problems.length > 0) process.stderr.write(toText(problems, new Map()));
    const meetings = files.map((file) => {
      const meeting = parseMeeting(file, { proposals });
      return { ...meeting, mentions: findMentions(meeting, names) };
    });
    printJson(meetings);
    return hasErrors(problems) ? 1 : 0;
  },
};
