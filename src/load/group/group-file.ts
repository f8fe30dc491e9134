import * as z from 'zod';
import { finding, text } from '../../schema/index.ts';
import { groupPath, pathFault, SOURCE_NAME } from './group-path.ts';

const path = text(/\S/u, 'a path').superRefine((written, { addIssue }) => {
  const expected = pathFault(groupPath(written));
  if (expected) addIssue(finding(`expected ${expected}, found "${written}"`));
});

const paths = z.array(path).optional();

/** Addresses that git takes for an option, or for the name of a program to run, are none. */
const address = text(/^(?!-)(?!\w[\w+.-]*::)\S(?:[^\n\r\0]*\S)?$/u, 'the address of a git repository');

/** `witness.yml`: what a group's site and tracker are made of. */
export const groupFile = z
  .strictObject({
    name: text().optional().describe('What the group is called, on pages and in its calendar.'),
    meetings: paths.describe('Where the meeting notes are: folders or files of Markdown.'),
    wit: paths.describe('Where the WIT packages are: folders of packages, or of their releases in tags.'),
    proposals: path.optional().describe('The page on which proposals are listed by hand.'),
    content: path
      .optional()
      .describe(
        'The folder of what is written for Witness: proposals, criteria, events, reviews, other names, prose.',
      ),
    testsuite: path
      .optional()
      .describe('The official test suite: a folder, or a repository of its branches.'),
    sources: z
      .record(z.string(), address)
      .optional()
      .describe('Repositories that paths begin with, by name. `witness fetch` gets them.'),
  })
  .superRefine(({ sources = {} }, { addIssue }) => {
    for (const name of Object.keys(sources))
      if (!SOURCE_NAME.test(name))
        addIssue(
          finding(`expected a name of two or more letters, digits, "-", "_" or ".", found "${name}"`, {
            path: ['sources', name],
          }),
        );
  });

export type GroupFile = z.infer<typeof groupFile>;
