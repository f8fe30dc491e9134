import { stringify } from 'yaml';
import { readText } from '../load/index.ts';
import { cite } from '../tracker/index.ts';
import { defineCommand } from './define-command.ts';
import { UsageError } from './usage-error.ts';

/** `witness tracker cite`: the evidence for lines of original notes, so that nobody types a digest. */
export const command = defineCommand({
  args: 'PATH:LINE[-ENDLINE]',
  summary: 'the evidence that cites these lines of original notes, as YAML to paste into an event',
  options: {},
  async run([place]) {
    const [, path = '', first, last = first] = /^(.+):(\d+)(?:-(\d+))?$/u.exec(place) ?? [];
    if (!path) throw new UsageError(`expected PATH:LINE or PATH:LINE-ENDLINE, found "${place}"`);
    const { value: file } = await readText(path).catch(() => {
      throw new UsageError(`no file "${path}"`);
    });
    const below = path.replaceAll('\\', '/').split('/').slice(-2).join('/');
    const original = cite(below, file.text, Number(first), Number(last));
    if (!original) {
      const lines = file.text.split('\n').length;
      throw new UsageError(`expected lines with words, from 1 to ${lines}, found ${first} to ${last}`);
    }
    return { data: { original }, text: stringify([{ original }], { lineWidth: 0 }) };
  },
});
