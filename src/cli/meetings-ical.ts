import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadNames, loadNotes, projectRoot } from '../load/index.ts';
import { calendar } from '../meetings/index.ts';
import { groupOf } from '../site/index.ts';
import type { Command, ExitCode } from './command.ts';

/** `witness meetings ical`: the meetings as a calendar. */
export const command: Command = {
  usage: '[PATH...] [--out FILE]',
  summary: 'past and scheduled meetings as an iCalendar file; the project’s own notes without a path',
  options: { out: { type: 'string' } },
  async run(paths, flags): Promise<ExitCode> {
    const { value: names } = await loadNames(projectRoot);
    const folders = paths.length > 0 ? paths : [join(projectRoot, 'content', 'meetings')];
    const { meetings } = await loadNotes(folders, names);
    const text = calendar(meetings, { group: groupOf({ own: paths.length === 0 }) });
    if (typeof flags.out === 'string') await writeFile(flags.out, text);
    else process.stdout.write(text);
    return 0;
  },
};
