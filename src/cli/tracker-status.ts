import { type CriterionStatus, type Status, status } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { day, today } from './options.ts';

const MARKS = { met: '+', unmet: '-', unknown: '?' };

/** `witness tracker status`: where every proposal stands on a day. */
export const command = defineCommand({
  args: '',
  summary: 'every proposal and the launch at a date, with the evidence for each verdict',
  options: { 'as-of': day('the day; today unless told') },
  async run(_, { 'as-of': asOf = today(), ...group }) {
    const { tracker, problems, sources } = await groupContent(group);
    const found = status(tracker, asOf);
    return { data: found, text: toText(found), problems, sources };
  },
});

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
