import { type CriterionStatus, type Status, status } from '../tracker/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { dayFlag } from './day-flag.ts';
import { ownContent } from './own-content.ts';
import { printJson } from './print-json.ts';

const MARKS = { met: '+', unmet: '-', unknown: '?' };

/** `witness tracker status`: where every proposal stands on a day. */
export const command: Command = {
  usage: '[--as-of YYYY-MM-DD] [--json]',
  summary: 'every proposal and the launch at a date, with the evidence for each verdict',
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  async run(positionals, flags): Promise<ExitCode> {
    if (positionals.length > 0) throw new UsageError(`expected no "${positionals[0]}"`);
    const asOf = dayFlag(flags['as-of'], '--as-of');
    const content = await ownContent();
    if (!content) return 1;
    const found = status(content.tracker, asOf);
    if (flags.json) printJson(found);
    else process.stdout.write(toText(found));
    return 0;
  },
};

function toText({ asOf, proposals, launch, laterReleases }: Status): string {
  const rows = proposals.map(({ id, phase, phaseBasis, standing, criteria }) => [
    id,
    phase === null ? 'phase ?' : `phase ${phase}${phaseBasis === 'spoken-of' ? ' (spoken of)' : ''}`,
    standing,
    marked(criteria),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const launches = [{ id: 'preview-2', launch }, ...laterReleases].map(
    (release) =>
      `${release.id}: ${release.launch.launched ? `launched on ${release.launch.launched}` : 'not launched'}  ${marked(release.launch.criteria)}`,
  );
  const lines = [`Preview 2 on ${asOf}   + met  - unmet  ? unknown`, '', ...table, '', ...launches, ''];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function marked(criteria: CriterionStatus[]): string {
  return criteria.map(({ id, verdict }) => `${MARKS[verdict]}${id}`).join(' ');
}
