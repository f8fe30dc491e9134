import * as z from 'zod';
import { day, id } from '../../schema/index.ts';
import { basis } from './events.ts';
import { evidence } from './evidence.ts';

const verdict = z.enum(['met', 'unmet', 'unknown']);

const criterionStatus = z
  .strictObject({
    id,
    set: id.describe('The set that it belongs to.'),
    verdict,
    why: z.string().describe('One sentence: why the verdict is so.'),
    wouldMeet: z.string().describe('One sentence: what would make it true. Empty when it is.'),
    evidence: z.array(evidence).describe('`met` and `unmet` have at least one piece.'),
  })
  .meta({ id: 'criterionStatus', description: 'One criterion at a date.' });

const standing = z
  .enum(['included', 'open', 'shut-out', 'not-yet', 'part'])
  .describe(
    'Whether a proposal is in a release, may still come in, or no longer; `not-yet` before the criteria are adopted. A `part` of an included proposal needs no inclusion of its own: a vote on phase 3 takes its gate away.',
  );

const releaseStanding = z.strictObject({
  included: z.boolean(),
  standing,
  inclusion: z.array(evidence).describe('The votes and rules that include it.'),
  criteria: z.array(criterionStatus),
});

const phaseEntry = z
  .strictObject({ phase: z.number(), criteria: z.array(criterionStatus) })
  .meta({ id: 'phaseEntry' });

/** One proposal at a date. */
export const proposalStatus = z.strictObject({
  id,
  phase: z.number().nullable().describe('Null without evidence up to the date; never guessed.'),
  phaseBasis: basis
    .nullable()
    .describe('How the phase is known; a phase that is only spoken of is weaker than one decided.'),
  phaseEvidence: z.array(evidence),
  phaseSource: z
    .enum(['recorded', 'read', 'listed'])
    .nullable()
    .describe(
      'How the phase is known: by an event that somebody wrote, by a decision that a program read in notes, or only by the hand-kept page.',
    ),
  listed: z
    .strictObject({
      phase: z.number(),
      since: day.nullable(),
      commit: z.string().nullable(),
      pullRequest: z.int().nullable(),
    })
    .nullable()
    .describe(
      'What the hand-kept page says, from its history; `since` and `commit` are null where it has none.',
    ),
  champions: z.array(z.string()).describe('Who champions it on the day.'),
  ended: z
    .strictObject({
      how: z.enum(['removed', 'merged-into', 'superseded']),
      into: z.string().optional(),
      release: z.string().optional(),
      since: day,
      evidence: z.array(evidence),
    })
    .nullable()
    .describe('What became of it, when it is no longer a proposal of its own.'),
  currentPhase: phaseEntry
    .nullable()
    .describe('What the phase at which it stands asks for; null where that is not written down.'),
  nextPhase: phaseEntry.nullable().describe('What entering the next phase asks for.'),
  other: z
    .array(criterionStatus)
    .describe('What is asked of it beside any release or phase: stability, quality of the WIT.'),
  ...releaseStanding.shape,
});

const launchStatus = z.strictObject({ criteria: z.array(criterionStatus), launched: day.nullable() });

const releaseStatus = z
  .strictObject({
    id,
    proposals: z.array(z.strictObject({ id, ...releaseStanding.shape })),
    launch: launchStatus,
  })
  .describe('A release after Preview 2, judged in the same way.');

/** The tracker at a date: the JSON of `witness tracker status`. Preview 2 stands at the top level. */
export const status = z.strictObject({
  asOf: day,
  proposals: z.array(proposalStatus),
  launch: launchStatus,
  laterReleases: z.array(releaseStatus),
});

export type Verdict = z.infer<typeof verdict>;
export type CriterionStatus = z.infer<typeof criterionStatus>;
export type Standing = z.infer<typeof standing>;
export type ReleaseStanding = z.infer<typeof releaseStanding>;
export type ProposalStatus = z.infer<typeof proposalStatus>;
export type PhaseEntry = z.infer<typeof phaseEntry>;
export type LaunchStatus = z.infer<typeof launchStatus>;
export type ReleaseStatus = z.infer<typeof releaseStatus>;
export type Status = z.infer<typeof status>;
