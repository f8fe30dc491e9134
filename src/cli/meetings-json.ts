import { join } from 'node:path';
import { describedPackages, mentionNames, noteFiles, projectRoot } from '../load/index.ts';
import { findMentions, parseMeeting } from '../meetings/index.ts';
import { groupNames } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { text } from './options.ts';

/** `witness meetings json`: notes as data. */
export const command = defineCommand({
  args: 'PATH...',
  summary: 'meeting notes (files or folders) as a JSON array of meetings',
  options: {
    wit: text('DIR', 'the packages whose items the notes may mention; the project’s own unless told'),
  },
  format: 'json',
  async run(paths, { wit, ...group }) {
    const proposals = await groupNames(group);
    const packages = await describedPackages(wit ?? join(projectRoot, 'wit'));
    const names = mentionNames(packages, proposals);
    const { value: files, problems } = await noteFiles(paths);
    const meetings = files.map((file) => {
      const meeting = parseMeeting(file, { proposals });
      return { ...meeting, mentions: findMentions(meeting, names) };
    });
    return { data: meetings, problems };
  },
});
