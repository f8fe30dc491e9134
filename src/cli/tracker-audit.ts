import { loadNames, loadNotes, loadPage, projectRoot } from '../load/index.ts';
import { toText as problemsToText } from '../report/index.ts';
import { DRIFT_KINDS, type Drift, driftIn, driftSentence } from '../tracker/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { dayFlag } from './day-flag.ts';
import { printJson } from './print-json.ts';

/** `witness tracker audit`: where a hand-kept proposals page and the notes disagree. */
export const command: Command = {
  usage: '--proposals FILE --meetings DIR... [--as-of YYYY-MM-DD] [--json]',
  summary: 'where a hand-kept proposals page and the notes disagree; exit 1 when they do',
  options: {
    proposals: { type: 'string' },
    meetings: { type: 'string', multiple: true },
    'as-of': { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(positionals, flags): Promise<ExitCode> {
    const { proposals, meetings: paths } = flags;
    if (typeof proposals !== 'string' || !Array.isArray(paths) || positionals.length > 0) {
      throw new UsageError('expected --proposals FILE and --meetings DIR');
    }
    const asOf = dayFlag(flags['as-of'], '--as-of');
    const names = (await loadNames(projectRoot)).value;
    const { meetings } = await loadNotes(paths.map(String), names);
    const page = await loadPage(proposals, meetings, names, asOf);
    if (page.problems.length > 0)
      process.stderr.write(`${problemsToText(page.problems, new Map([[page.path, page.text]]))}\n`);
    const drift = driftIn(page.rows);
    if (flags.json) printJson(drift);
    else process.stdout.write(byKind(drift).map(toText).join(''));
    return drift.length > 0 ? 1 : 0;
  },
};

function toText(row: Drift): string {
  const quotes = row.evidence.map(({ meeting, line, quote }) => `    ${meeting}, line ${line}: ${quote}\n`);
  return `${row.kind.padEnd(9)} ${row.proposal}: ${driftSentence(row)}\n${quotes.join('')}`;
}

function byKind(drift: Drift[]): Drift[] {
  return drift.toSorted((a, b) => DRIFT_KINDS.indexOf(a.kind) - DRIFT_KINDS.indexOf(b.kind));
}
