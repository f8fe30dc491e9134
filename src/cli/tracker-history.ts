import { proposalId } from '../meetings/index.ts';
import { type Evidence, historyOf, type TrackerEvent, tallyText } from '../tracker/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { dayFlag } from './day-flag.ts';
import { ownContent } from './own-content.ts';
import { printJson } from './print-json.ts';

/** `witness tracker history`: what happened to one proposal. */
export const command: Command = {
  usage: 'PROPOSAL [--as-of YYYY-MM-DD] [--json]',
  summary: 'the dated events of a proposal, each with its evidence',
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  async run([name, ...more], flags): Promise<ExitCode> {
    if (!name || more.length > 0) throw new UsageError('expected the name of one proposal');
    const asOf = flags['as-of'] === undefined ? undefined : dayFlag(flags['as-of'], '--as-of');
    const content = await ownContent();
    if (!content) return 1;
    const ids = content.tracker.proposals.map(({ id }) => id);
    const id = ids.includes(name) ? name : proposalId(name, content.names);
    if (!ids.includes(id))
      throw new UsageError(`expected a known proposal, found "${name}"; known: ${ids.sort().join(', ')}`);
    const history = historyOf(content.tracker, id, asOf);
    if (flags.json) printJson(history);
    else process.stdout.write(history.events.map(toText).join(''));
    return 0;
  },
};

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
