import { declaredHosts, RELEASES } from '../examples/index.ts';
import { defineCommand } from './define-command.ts';
import { choice } from './options.ts';
import { readRunnables } from './read-runnables.ts';

/** `witness examples list`. */
export const command = defineCommand({
  args: '',
  summary: 'the runnable examples, with the hosts that each declares',
  options: { release: choice(RELEASES, 'only those in the terms of this release of WASI') },
  async run(_, { release }) {
    const all = await readRunnables();
    const rows = [
      ...all.examples
        .filter((example) => release === undefined || example.release === release)
        .map((example) => ({
          id: example.id,
          title: example.title,
          teaches: example.teaches,
          hosts: declaredHosts(example),
        })),
      ...(release === '0.3' ? [] : all.doctests).map(({ id, host }) => ({
        id,
        title: 'in a page',
        teaches: '',
        hosts: [host],
      })),
    ];
    const text = rows.map(({ id, title, hosts }) => `${id}: ${title} (${hosts.join(', ')})\n`).join('');
    return { data: rows, text, problems: all.problems };
  },
});
