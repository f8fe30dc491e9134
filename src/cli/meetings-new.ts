import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../load/index.ts';
import { nextAgenda, waitingVotes } from '../meetings/index.ts';
import { type Action, actions } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { dayIn, text } from './options.ts';

/** `witness meetings new`: the next agenda. */
export const command = defineCommand({
  args: 'YYYY-MM-DD',
  summary:
    'an agenda from the template, with open action items, scheduled votes and proposals that wait for one',
  options: { out: text('FILE', 'write the agenda there, unless there is such a file') },
  async run([date], { out, ...group }) {
    const day = dayIn(date, 'meetings new');
    const content = await groupContent(group);
    const found = actions(content.tracker, day);
    const named = ({ proposal, message }: Action) => (proposal ? `${proposal}: ${message}` : message);
    const messages = (...kinds: Action['kind'][]) =>
      found.filter(({ kind }) => kinds.includes(kind)).map(named);
    const open = new Set(found.filter(({ kind }) => kind === 'open-outcome').map(({ proposal }) => proposal));
    const putOff = waitingVotes(content.meetings, day).filter(({ proposal }) => !open.has(proposal));
    const template = await readFile(join(projectRoot, 'content', 'templates', 'agenda.md'), 'utf8');
    const product = nextAgenda(template, {
      date: day,
      actionItems: messages('action-item'),
      votes: messages('scheduled-vote', 'missed-vote'),
      waiting: [...messages('open-outcome'), ...putOff.map(({ text }) => text)],
    });
    if (out === undefined) return { product };
    await writeFile(out, product, { flag: 'wx' });
    return 0;
  },
});
