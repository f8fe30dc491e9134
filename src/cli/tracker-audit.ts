import { loadNotes, loadPage } from '../load/index.ts';
import { oneLine } from '../report/index.ts';
import { DRIFT_KINDS, type Drift, driftIn, driftSentence } from '../tracker/index.ts';
import { commandGroup, groupNames } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { day, text, texts, today } from './options.ts';
import { UsageError } from './usage-error.ts';

/** `witness tracker audit`: where a hand-kept proposals page and the notes disagree. */
export const command = defineCommand({
  args: '',
  summary: 'where a hand-kept proposals page and the notes disagree; exit 1 when they do',
  options: {
    proposals: text('FILE', 'the page; the group’s own unless told'),
    meetings: texts('DIR', 'the notes; the group’s own unless told'),
    'as-of': day('only notes up to this day count; today unless told'),
  },
  async run(_, { proposals, meetings: paths, 'as-of': asOf = today(), ...values }) {
    const names = await groupNames(values);
    const group = await commandGroup(values, { meetings: paths, proposals });
    if (group.proposals === null || group.meetings.length === 0)
      throw new UsageError('expected --proposals FILE and --meetings DIR, or a group that has both');
    const { meetings } = await loadNotes(group.meetings, names);
    const page = await loadPage(group.proposals, meetings, names, asOf);
    const drift = driftIn(page.rows);
    return {
      data: drift,
      text: byKind(drift).map(toText).join(''),
      problems: page.problems,
      sources: new Map([[page.path, page.text]]),
      code: drift.length > 0 ? 1 : 0,
    };
  },
});

function toText(row: Drift): string {
  const quotes = row.evidence.map(
    ({ meeting, line, quote }) => `    ${oneLine(meeting)}, line ${line}: ${quote}\n`,
  );
  return `${row.kind.padEnd(9)} ${row.proposal}: ${driftSentence(row)}\n${quotes.join('')}`;
}

function byKind(drift: Drift[]): Drift[] {
  return drift.toSorted((a, b) => DRIFT_KINDS.indexOf(a.kind) - DRIFT_KINDS.indexOf(b.kind));
}
