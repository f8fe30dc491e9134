import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../load/index.ts';
import { nextAgenda, waitingVotes } from '../meetings/index.ts';
import { type Action, actions } from '../tracker/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { dayFlag } from './day-flag.ts';
import { ownContent } from './own-content.ts';

/** `witness meetings new`: the next agenda. */
export const command: Command = {
  usage: 'YYYY-MM-DD [--out FILE]',
  summary:
    'an agenda from the template, with open action items, scheduled votes and proposals that wait for one',
  options: { out: { type: 'string' } },
  async run([date, ...rest], flags): Promise<ExitCode> {
    if (!date || rest.length > 0) throw new UsageError('expected the date of the meeting');
    const day = dayFlag(date, 'new');
    const content = await ownContent();
    if (!content) return 1;
    const found = actions(content.tracker, day);
    const named = ({ proposal, message }: Action) => (proposal ? `${proposal}: ${message}` : message);
    const messages = (...kinds: Action['kind'][]) =>
      found.filter(({ kind }) => kinds.includes(kind)).map(named);
    const open = new Set(found.filter(({ kind }) => kind === 'open-outcome').map(({ proposal }) => proposal));
    const putOff = waitingVotes(content.meetings, day).filter(({ proposal }) => !open.has(proposal));
    const template = await readFile(join(projectRoot, 'content', 'templates', 'agenda.md'), 'utf8');
    const agenda = nextAgenda(template, {
      date: day,
      actionItems: messages('action-item'),
      votes: messages('scheduled-vote', 'missed-vote'),
      waiting: [...messages('open-outcome'), ...putOff.map(({ text }) => text)],
    });
    if (typeof flags.out === 'string') await writeFile(flags.out, agenda, { flag: 'wx' });
    else process.stdout.write(agenda);
    return 0;
  },
};
