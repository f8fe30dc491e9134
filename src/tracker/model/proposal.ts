import * as z from 'zod';
import { day, id, text, url, whole } from '../../schema/index.ts';
import { platform, witAddress } from './events.ts';
import { writtenEvidence } from './evidence.ts';

const until = day.optional().describe('The first day on which it no longer holds.');

const dependency = z
  .strictObject({
    proposal: id.describe('The proposal’s id.'),
    release: id.optional().describe('The release in which, when not in all.'),
    from: day.optional(),
    until,
  })
  .meta({
    id: 'dependency',
    description: 'One proposal that another one uses, for how long, and in which release.',
  });

const portability = z
  .strictObject({
    text: text().describe('The wording.'),
    from: day.optional(),
    until,
    implementations: whole(0, 20)
      .default(2)
      .describe('How many independent implementations have to be complete.'),
    platforms: z.array(platform).default([]).describe('On which of them the test suite has to pass.'),
    production: z.boolean().default(false).describe('Whether only implementations in production count.'),
  })
  .meta({ id: 'portability', description: 'One wording of a proposal’s own portability criteria.' });

const witVersion = z
  .strictObject({
    version: text(/^\d+\.\d+\.\d+/u, 'a version like 0.1.0'),
    published: day.describe('The day from which it is known to have been published.'),
    source: url.optional().describe('Where that can be seen.'),
    registry: text()
      .optional()
      .describe('Set when the package is published in an OCI registry under a tag that equals its version.'),
  })
  .meta({ id: 'witVersion', description: 'A published state of the WIT.' });

const question = z
  .strictObject({
    text: text(),
    asked: day,
    answered: day.optional(),
    evidence: z.array(writtenEvidence).default([]).describe('Where it is written down.'),
  })
  .meta({ id: 'question', description: 'A question that is or was open.' });

/** `content/proposals/<id>.yml`: what does not come from minutes. A phase never stands here. */
export const proposal = z.strictObject({
  id: id.describe(
    'Short name, as the file is called: `keyvalue`; a part of a proposal is `clocks-timezone`.',
  ),
  title: text(),
  summary: text().describe('What it is, in a sentence.'),
  champions: z.array(text()).default([]),
  partOf: id.optional().describe('The proposal of which this is a part, judged on its own.'),
  package: text(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/u, 'a package name like wasi:keyvalue')
    .optional()
    .describe('WIT package name without a version: `wasi:keyvalue`.'),
  repository: url.optional(),
  dependsOn: z
    .array(dependency)
    .optional()
    .describe('Proposals whose interfaces this one uses; missing when that is not recorded.'),
  worlds: z
    .array(witAddress)
    .default([])
    .describe('WIT addresses of the worlds that it defines: `wasi:cli/command`.'),
  portability: z
    .array(portability)
    .default([])
    .describe('The portability criteria that it set itself, in the order in which they applied.'),
  versions: z
    .array(witVersion)
    .transform((all) => all.toSorted((a, b) => (a.published < b.published ? -1 : 1)))
    .pipe(z.array(witVersion))
    .default([])
    .describe('Published states of its WIT, oldest first.'),
  questions: z.array(question).default([]),
});

export type Proposal = z.infer<typeof proposal>;
export type Dependency = z.infer<typeof dependency>;
export type PortabilityCriteria = z.infer<typeof portability>;
export type WitVersion = z.infer<typeof witVersion>;
export type OpenQuestion = z.infer<typeof question>;
