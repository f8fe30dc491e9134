import { proposalId } from '../meetings/index.ts';
import { type Evidence, historyOf, type TrackerEvent, tallyText } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { day } from './options.ts';
import { UsageError } from './usage-error.ts';

/** `witness tracker history`: what happened to one proposal. */
export const command = defineCommand({
  args: 'PROPOSAL',
  summary: 'the dated events of a proposal, each with its evidence',
  options: { 'as-of': day('what was known on this day; everything unless told') },
  async run([name], { 'as-of': asOf, ...group }) {
    const { tracker, names, problems, sources } = await groupContent(group);
    const ids = tracker.proposals.map(({ id }) => id);
    const id = ids.includes(name) ? name : proposalId(name, names);
    if (!ids.includes(id))
      throw new UsageError(`expected a known proposal, found "${name}"; known: ${ids.sort().join(', ')}`);
    const history = historyOf(tracker, id, asOf);
    return { data: history, text: history.events.map(toText).join(''), problems, sources };
  },
});

function toText(event: TrackerEvent): string {
  const tally = 'tally' in event && event.tally ? `  ${tallyText(event.tally)}` : '';
  const note = event.note ? `    ${event.note}\n` : '';
  return `${event.date}  ${event.title}${tally}\n${note}${event.evidence.map(evidenceText).join('')}`;
}

/** Restated minutes are nobody's words, so they get no quotation marks. */
function evidenceText({ kind, path, line, quote, restated, url, detail }: Evidence): string {
  if (kind === 'minutes') return `    ${path}:${line}: ${restated ? `(restated) ${quote}` : `“${quote}”`}\n`;
  return `    ${kind}: ${[url ?? path, detail].filter(Boolean).join(', ')}\n`;
}
