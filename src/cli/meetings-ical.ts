import { writeFile } from 'node:fs/promises';
import { loadContent, loadNames, loadNotes } from '../load/index.ts';
import { calendar } from '../meetings/index.ts';
import { commandGroup } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { text } from './options.ts';

/** `witness meetings ical`: the meetings as a calendar. */
export const command = defineCommand({
  args: '[PATH...]',
  summary: 'past and scheduled meetings as an iCalendar file; the group’s own notes without a path',
  options: { out: text('FILE', 'write the calendar there') },
  async run(paths, { out, ...values }) {
    const group = await commandGroup(values);
    const names = group.content === null ? new Map() : (await loadNames(group.content)).value;
    const { meetings, problems, sources } =
      paths.length > 0 ? await loadNotes(paths, names) : await loadContent(group);
    const product = calendar(meetings, { group: paths.length > 0 ? null : group.name });
    if (out === undefined) return { product, problems, sources };
    await writeFile(out, product);
    return { product: '', problems, sources };
  },
});
