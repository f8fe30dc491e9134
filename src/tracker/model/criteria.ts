import * as z from 'zod';
import { day, id, text, whole } from '../../schema/index.ts';
import { someEvidence, writtenEvidence } from './evidence.ts';

const stage = z
  .strictObject({
    state: z.enum(['promised', 'presented', 'adopted']),
    from: day,
    source: someEvidence,
  })
  .meta({
    id: 'stage',
    description: 'How far a set had come from a day on. Nothing is judged before it is `adopted`.',
  });

const version = z
  .strictObject({
    text: text(),
    from: day,
    until: day.optional().describe('The first day on which it no longer applied.'),
    source: z
      .array(writtenEvidence)
      .default([])
      .describe('Where it stands, when that is not the source of the set’s stage.'),
  })
  .meta({ id: 'criterionVersion', description: 'The text of a criterion from a day on.' });

const wording = z
  .strictObject({
    date: day.describe('The day on which it was worded so.'),
    text: text(),
    evidence: someEvidence,
  })
  .meta({ id: 'wording', description: 'What minutes said that a criterion says.' });

export const criterion = z
  .strictObject({
    id,
    title: text(),
    check: id.describe('The check in `src/tracker/checks/` that judges it.'),
    with: z
      .record(
        z.string(),
        z.union([text(), z.number(), z.boolean()], { error: 'text, a number, true or false' }),
      )
      .default({})
      .describe('What the check needs to know, such as `phase: 3`.'),
    versions: z.array(version),
    alsoWorded: z
      .array(wording)
      .default([])
      .describe('What minutes said that it says, where that differs from the adopted text.'),
  })
  .meta({
    id: 'criterion',
    description: 'One thing that has to hold. Its wording may change; its id does not.',
  });

/** `content/criteria/<id>.yml`: what has to hold, since when, and where that is written. */
export const criteriaSet = z.strictObject({
  id: id.describe('As the file is called.'),
  title: text(),
  summary: text(),
  judges: z
    .enum(['proposal', 'launch', 'phase-entry'])
    .describe(
      'What is judged: each proposal, a release as a whole, or a proposal that wants to enter a phase.',
    ),
  release: id.optional().describe('The release that the set is about: `preview-2`, `wasi-0.3`.'),
  phase: whole(0, 5).optional().describe('For `phase-entry`: the phase that is entered.'),
  closedBy: id
    .optional()
    .describe('The release whose launch closes the window: afterwards nothing more is taken in.'),
  stages: z.array(stage).describe('In order of time.'),
  criteria: z.array(criterion),
});

export type CriteriaSet = z.infer<typeof criteriaSet>;
export type Criterion = z.infer<typeof criterion>;
export type Stage = z.infer<typeof stage>;
export type CriterionVersion = z.infer<typeof version>;
export type Wording = z.infer<typeof wording>;
