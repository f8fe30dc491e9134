import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { type Survey, surveyFolder } from '../load/index.ts';
import { defineCommand } from './define-command.ts';
import { UsageError } from './usage-error.ts';

/** `witness init`: a first `witness.yml` and `content/` for a folder of notes. */
export const command = defineCommand({
  args: '[DIR]',
  summary:
    'look at a folder of notes and write a first witness.yml and content/ for it; nothing is overwritten',
  options: {},
  async run([folder = '.']) {
    const info = await stat(folder).catch(() => null);
    if (!info?.isDirectory()) throw new UsageError(`${folder}: no such folder`);
    const survey = await surveyFolder(folder);
    const files = { 'witness.yml': description(survey), ...content(survey) };
    const written: string[] = [];
    const left: string[] = [];
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const isNew = await writeFile(path, text, { flag: 'wx' }).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      (isNew ? written : left).push(relative('.', path));
    }
    return {
      data: { ...survey, rows: undefined, written, left },
      text: nextSteps(folder, survey, written, left),
    };
  },
});

function description({ meetings, wit, proposals }: Survey): string {
  const found = {
    ...(meetings.length > 0 && { meetings }),
    ...(wit.length > 0 && { wit }),
    ...(proposals !== null && { proposals }),
    content: 'content',
  };
  return `# What the site is made of. Add "name:" to say whose it is.\n${stringify(found)}`;
}

/** A file for each proposal of the page, and what explains the folder. */
function content({ rows }: Survey): Record<string, string> {
  const proposals = rows
    .filter(({ proposal }) => /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(proposal))
    .map(({ proposal, name }): [string, string] => [
      `content/proposals/${proposal}.yml`,
      stringify({
        id: proposal,
        title: name || proposal,
        summary: `${name || proposal}, as the proposals page lists it.`,
      }),
    ]);
  return {
    'content/README.md': EXPLANATION,
    'content/proposal-aliases.yml': '# id: [other names under which notes speak of a proposal]\n',
    ...Object.fromEntries(proposals),
  };
}

const EXPLANATION = `# Written for Witness

- \`proposals/\`: one file a proposal.
- \`events/\`: what happened, one file each, with the passage that shows it. \`witness tracker suggest\` writes them out of the notes for you to check.
- \`criteria/\`: what has to hold, since when, by which source.
- \`proposal-aliases.yml\`: other names of proposals.
- \`coverage.yml\`: between which days the notes were read in full, so that a missing vote means something.
`;

/** What was found, and what to do next, in five lines. */
function nextSteps(
  folder: string,
  { notes, meetings, wit, proposals, rows }: Survey,
  written: string[],
  left: string[],
): string {
  const config = resolve(folder) === resolve('.') ? '' : ` --config ${join(folder, 'witness.yml')}`;
  const found = [
    notes > 0 ? `${notes} notes in ${meetings.join(', ')}` : 'no notes',
    wit.length > 0 ? `WIT in ${wit.join(', ')}` : 'no WIT',
    proposals === null ? 'no proposals page' : `${rows.length} proposals on ${proposals}`,
  ];
  const kept = left.length > 0 ? `, left ${left.length} as they were` : '';
  return `${[
    `1. Found ${found.join('; ')}. Wrote ${written.length} files${kept}: look through ${join(folder, 'witness.yml')}.`,
    `2. See the site while you write: witness dev${config}`,
    `3. Mend what notes have wrong: witness meetings lint ${join(folder, meetings[0] ?? '.')}`,
    `4. Record decisions in ${join(folder, 'content/events')}: witness tracker suggest${config}`,
    `5. Build what you publish: witness build${config} --out site`,
  ].join('\n')}\n`;
}
