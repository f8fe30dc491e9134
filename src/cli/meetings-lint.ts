import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadNames, loadPeople, noteFiles } from '../load/index.ts';
import { lint, parseMeeting } from '../meetings/index.ts';
import { byPlace } from '../problem.ts';
import { plainText } from '../report/index.ts';
import { commandGroup } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { toggle } from './options.ts';
import { previewStatus } from './preview-status.ts';

/** `witness meetings lint`: what to mend in notes before they are merged. */
export const command = defineCommand({
  args: 'PATH...',
  summary:
    'what a note-taker should mend, and with --preview-status what the notes would change in the tracker',
  options: { 'preview-status': toggle('tell what the notes would change in the tracker') },
  async run(paths, { format, 'preview-status': isPreviewed, ...values }) {
    const { content } = await commandGroup(values);
    const proposals = content === null ? new Map() : (await loadNames(content)).value;
    const known = content === null ? [] : (await loadPeople(content)).value;
    const { value: files, problems: unreadable } = await noteFiles(paths);
    const meetings = files.map((file) => parseMeeting(file, { proposals }));
    const found = files.flatMap((file, i) => {
      const meeting = meetings[i];
      const exists = (path: string) => existsSync(resolve(dirname(file.path), path));
      return meeting ? lint(file, meeting, { known, exists }) : [];
    });
    if (isPreviewed) {
      const preview = await previewStatus(meetings, values);
      (format === 'text' ? process.stdout : process.stderr).write(plainText(preview));
    }
    return {
      problems: [...unreadable, ...found].sort(byPlace),
      sources: new Map(files.map(({ path, text }) => [path, text])),
      closing: `${unreadable.length + found.length} problems in ${files.length} notes`,
    };
  },
});
