import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { loadContent } from '../load/index.ts';
import { cite } from '../tracker/index.ts';
import { commandGroup } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import type { GroupValues } from './group-options.ts';
import { UsageError } from './usage-error.ts';

/** `witness tracker cite`: the evidence for lines of original notes, so that nobody types a digest. */
export const command = defineCommand({
  args: 'PATH:LINE[-ENDLINE]',
  summary: 'the evidence that cites these lines of original notes, as YAML to paste into an event',
  options: {},
  async run([place], values) {
    const [, path = '', first, last = first] = /^(.+):(\d+)(?:-(\d+))?$/su.exec(place) ?? [];
    if (!path) throw new UsageError(`expected PATH:LINE or PATH:LINE-ENDLINE, found "${place}"`);
    const text = (await readFile(path, 'utf8').catch(() => undefined)) ?? (await noteOf(path, values));
    const original = cite(path, text, Number(first), Number(last));
    if (!original) {
      const lines = text.split('\n').length;
      throw new UsageError(
        `expected lines with words among the ${lines} of ${path}, found ${first} to ${last}`,
      );
    }
    return { data: { original }, text: stringify([{ original }], { lineWidth: 0 }) };
  },
});

/** The text of one of the group's notes, by the end of its path. */
async function noteOf(path: string, values: GroupValues): Promise<string> {
  const { meetings, sources } = await loadContent(await commandGroup(values));
  const note = meetings.find((meeting) => `/${meeting.path.replace(':', '/')}`.endsWith(`/${path}`));
  const text = note && sources.get(note.path);
  if (text === undefined) throw new UsageError(`no file "${path}", and none of the group’s notes`);
  return text;
}
