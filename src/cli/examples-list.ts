import { declaredHosts } from '../examples/index.ts';
import type { Command } from './command.ts';
import { readExamples } from './read-examples.ts';

/** `witness examples list`. */
export const command: Command = {
  usage: '[--json]',
  summary: 'the runnable examples, with the hosts that each declares',
  options: { json: { type: 'boolean' } },
  async run(_positionals, flags) {
    const examples = await readExamples();
    if (!examples) return 1;
    const rows = examples.map((example) => ({
      id: example.id,
      title: example.title,
      teaches: example.teaches,
      hosts: declaredHosts(example),
    }));
    const text = flags.json
      ? JSON.stringify(rows, null, 2)
      : rows.map(({ id, title, hosts }) => `${id}: ${title} (${hosts.join(', ')})`).join('\n');
    process.stdout.write(`${text}\n`);
    return 0;
  },
};
