import { declaredHosts } from '../examples/index.ts';
import type { Command } from './command.ts';
import { readRunnables } from './read-runnables.ts';

/** `witness examples list`. */
export const command: Command = {
  usage: '[--json]',
  summary: 'the runnable examples, with the hosts that each declares',
  options: { json: { type: 'boolean' } },
  async run(_positionals, flags) {
    const all = await readRunnables();
    if (!all) return 1;
    const rows = [
      ...all.examples.map((example) => ({
        id: example.id,
        title: example.title,
        teaches: example.teaches,
        hosts: declaredHosts(example),
      })),
      ...all.doctests.map(({ id, host }) => ({ id, title: 'in a page', teaches: '', hosts: [host] })),
    ];
    const text = flags.json
      ? JSON.stringify(rows, null, 2)
      : rows.map(({ id, title, hosts }) => `${id}: ${title} (${hosts.join(', ')})`).join('\n');
    process.stdout.write(`${text}\n`);
    return 0;
  },
};
