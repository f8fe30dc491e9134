import { loadNames, loadNotes, loadPage, projectRoot } from '../load/index.ts';
import { oneLine } from '../report/index.ts';
import { DRIFT_KINDS, type Drift, driftIn, driftSentence } from '../tracker/index.ts';
import { defineCommand } from './define-command.ts';
import { day, neededText, someTexts, today } from './options.ts';

/** `witness tracker audit`: where a hand-kept proposals page and the notes disagree. */
export const command = defineCommand({
  args: '',
  summary: 'where a hand-kept proposals page and the notes disagree; exit 1 when they do',
  options: {
    proposals: neededText('FILE', 'the page'),
    meetings: someTexts('DIR', 'the notes'),
    'as-of': day('only notes up to this day count; today unless told'),
  },
  async run(_, { proposals, meetings: paths, 'as-of': asOf = today() }) {
    const names = (await loadNames(projectRoot)).value;
    const { meetings } = await loadNotes(paths, names);
    const page = await loadPage(proposals, meetings, names, asOf);
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
