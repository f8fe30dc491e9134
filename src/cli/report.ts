import { groupAt, type Loaded, loadContent } from '../load/index.ts';
import { type Change, changesBetween, driftIn, driftSentence, suggest } from '../tracker/index.ts';
import { compare, withMain } from '../wit/index.ts';
import { commandGroup } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { otherwise, text } from './options.ts';

/** One heading of the report, with a line for each thing that differs. */
interface Section {
  title: string;
  lines: string[];
}

/** `witness report`: what a change does to the tracker, the decisions, the WIT and the audit. */
export const command = defineCommand({
  args: '',
  summary: 'what the working tree against a revision changes: tracker, decisions, WIT, audit',
  options: { base: otherwise(text('REF', 'the revision to compare with; HEAD unless told'), 'HEAD') },
  formats: ['text', 'markdown', 'json', 'github'],
  async run(_, { base, format, ...values }) {
    const group = await commandGroup(values);
    const before = await groupAt(group, base, { sources: new Map() });
    try {
      const sections = differences(await loadContent(before.group), await loadContent(group));
      return {
        data: sections,
        text: sections.map((one) => written(one, format === 'markdown')).join('\n'),
      };
    } finally {
      await before.close();
    }
  },
});

function differences(was: Loaded, now: Loaded): Section[] {
  return [
    { title: 'Tracker', lines: tracker(was, now) },
    { title: 'Decisions without an event', lines: without(decisions(now), decisions(was)) },
    { title: 'Decisions recorded, or gone from the notes', lines: without(decisions(was), decisions(now)) },
    { title: 'WIT', lines: wit(was, now) },
    { title: 'Audit of the proposals page', lines: without(drift(now), drift(was)) },
    { title: 'Mended on the proposals page', lines: without(drift(was), drift(now)) },
    { title: 'Errors', lines: without(errors(now), errors(was)) },
  ];
}

function tracker(was: Loaded, now: Loaded): string[] {
  const last = '9999-12-31';
  const all = (at: Loaded) => changesBetween(at.tracker, '', last).map(changeText);
  return [...without(all(now), all(was)), ...without(all(was), all(now)).map((line) => `no longer: ${line}`)];
}

function changeText({ proposal, what, id, to }: Change): string {
  return `${[proposal, what, what === 'event' ? null : id].filter(Boolean).join(' ')}: ${to ?? 'none'}`;
}

function decisions({ meetings, tracker: { events }, names }: Loaded): string[] {
  return suggest({ meetings, events, names }).map(({ meeting, decision }) => `${meeting}: ${decision}`);
}

function drift({ page }: Loaded): string[] {
  return driftIn(page?.rows ?? []).map((row) => `${row.proposal}, ${row.kind}: ${driftSentence(row)}`);
}

function errors({ problems, group }: Loaded): string[] {
  void group;
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, rule }) => `${message} [${rule}]`);
}

function wit(was: Loaded, now: Loaded): string[] {
  const before = new Map(was.packages.map((pkg) => [pkg.package, pkg]));
  const after = new Map(now.packages.map((pkg) => [pkg.package, pkg]));
  const kept = [...after.keys()].filter((id) => before.has(id));
  const changed = kept.flatMap((id) => {
    const { verdict, summary, findings } = compare(withMain(was.resolved, id), withMain(now.resolved, id), {
      perspective: 'guest',
    });
    return findings.length > 0
      ? [`${id} ${verdict === 'breaking' ? 'breaks' : 'stays compatible'}: ${summary}`]
      : [];
  });
  return [
    ...[...after.keys()].filter((id) => !before.has(id)).map((id) => `${id} is new`),
    ...changed,
    ...[...before.keys()].filter((id) => !after.has(id)).map((id) => `${id} is gone`),
  ];
}

function without(lines: readonly string[], known: readonly string[]): string[] {
  const has = new Set(known);
  return [...new Set(lines)].filter((line) => !has.has(line));
}

function written({ title, lines }: Section, isMarkdown: boolean): string {
  const shown = lines.length > 0 ? lines : ['Nothing changes.'];
  if (!isMarkdown) return `${title}\n${shown.map((line) => `  ${line}\n`).join('')}`;
  return `### ${title}\n\n${shown.map((line) => `- ${literal(line)}\n`).join('')}`;
}

/** Words as Markdown that shows them as they are. */
function literal(line: string): string {
  return line.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~@&]/g, '\\$&');
}
