import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadNames, loadNotes, projectRoot } from '../load/index.ts';
import { calendar } from '../meetings/index.ts';
import { groupOf } from '../site/index.ts';
import { defineCommand } from './define-command.ts';
import { text } from './options.ts';

/** `witness meetings ical`: the meetings as a calendar. */
export const command = defineCommand({
  args: '[PATH...]',
  summary: 'past and scheduled meetings as an iCalendar file; the project’s own notes without a path',
  options: { out: text('FILE', 'write the calendar there') },
  async run(paths, { out }) {
    const { value: names } = await loadNames(projectRoot);
    const folders = paths.length > 0 ? paths : [join(projectRoot, 'content', 'meetings')];
    const { meetings, problems, sources } = await loadNotes(folders, names);
    const product = calendar(meetings, { group: groupOf({ own: paths.length === 0 }) });
    if (out === undefined) return { product, problems, sources };
    await writeFile(out, product);
    return { product: '', problems, sources };
  },
});
