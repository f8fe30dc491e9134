import * as z from 'zod';
import { tally } from '../../meetings/index.ts';
import { day, finding, id, text, whole } from '../../schema/index.ts';
import { someEvidence } from './evidence.ts';

export const basis = z.enum(['vote', 'consent', 'spoken-of']);

/** How the group decided; `spoken-of` when minutes only mention that it is so. */
export type Basis = z.infer<typeof basis>;

const outcome = z.enum(['passed', 'failed', 'postponed', 'unstated']);
export type Outcome = z.infer<typeof outcome>;

/** WIT address of a world. */
export const witAddress = text(
  /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/\S+$/u,
  'a WIT address like wasi:http/proxy',
);

export const platform = z.enum(['windows', 'macos', 'linux']);

const counts = z
  .array(whole(0, 10_000))
  .superRefine(({ length }, { addIssue }) => {
    const hint = 'strongly for, for, neutral, against, strongly against';
    if (length !== 5) addIssue(finding(`expected five counts, found ${length}`, { hint }));
  })
  .transform(([sf = 0, f = 0, n = 0, a = 0, sa = 0]) => ({ sf, f, n, a, sa }))
  .pipe(tally);

const common = {
  date: day.describe('The day on which it happened. The file is named after it.'),
  title: text().describe('What happened, in a sentence.'),
  note: text().optional().describe('What there is to add.'),
  evidence: someEvidence,
};

const decided = {
  basis: basis.describe('How the group decided; `spoken-of` when minutes only mention that it is so.'),
  outcome: outcome.describe('What came of it; `unstated` where the notes do not tell.'),
  tally: counts.optional().describe('The counts: strongly for, for, neutral, against, strongly against.'),
};

const count = whole(0, 1_000_000);
const proposal = id.describe('The proposal’s id.');
const release = id.describe('The release, such as `preview-2`.');
const criteria = z.array(id).optional().describe('Sets of criteria that it adopts or changes.');

/** One schema a kind of event, with more keys for all of them, in the order in which the documentation shows them. */
export function eventKinds<S extends z.ZodRawShape>(more: S) {
  return [
    z
      .strictObject({
        kind: z.literal('phase'),
        ...more,
        ...common,
        proposal,
        phase: whole(0, 5).describe('The phase.'),
        ...decided,
        release: release.optional().describe('The release for which it enters the phase anew.'),
      })
      .describe('A proposal enters a phase, or tries to, or is said to be there.'),
    z
      .strictObject({
        kind: z.literal('inclusion'),
        ...more,
        ...common,
        proposal,
        world: witAddress.describe('The world, such as `wasi:http/proxy`.'),
        release,
        ...decided,
      })
      .describe('The group decides whether a world goes into a release.'),
    z
      .strictObject({ kind: z.literal('launch'), ...more, ...common, release, ...decided })
      .describe('The group decides whether a release is launched.'),
    z
      .strictObject({
        kind: z.literal('decision'),
        ...more,
        ...common,
        subject: text().describe('What is decided.'),
        proposal: proposal.optional(),
        criteria,
        ...decided,
      })
      .describe('Something is decided about process or text, or about one proposal without moving it.'),
    z
      .strictObject({
        kind: z.literal('presentation'),
        ...more,
        ...common,
        proposal: proposal.optional(),
        criteria,
      })
      .describe('Something is shown, promised or asked, and nothing is decided.'),
    z
      .strictObject({
        kind: z.literal('scheduled'),
        ...more,
        ...common,
        subject: text().describe('What is to be decided then.'),
        proposal: proposal.optional(),
        on: day.describe('The day for which it is announced.'),
        version: text(/^\d+\.\d+\.\d+\S*$/u, 'a version like 0.3.1')
          .optional()
          .describe(
            'The version of a release that is to be published on that day; without it, it is a vote.',
          ),
      })
      .describe('A vote, or a release, is announced for a day.'),
    z
      .strictObject({
        kind: z.literal('change'),
        ...more,
        ...common,
        proposal,
        change: z.enum(['added', 'removed', 'changed']),
        items: z.array(text()).describe('WIT addresses or words: `wasi:keyvalue/cache`.'),
      })
      .describe(
        'A proposal’s text changes outside a meeting: something is merged into it or removed from it.',
      ),
    z
      .strictObject({
        kind: z.literal('implementation'),
        ...more,
        ...common,
        proposals: z.array(id).describe('The proposals that it implements.'),
        implementation: text().optional().describe('Missing when it is reported that there is none.'),
        state: z.enum(['none', 'planned', 'partial', 'complete']),
        tests: z
          .strictObject({ passed: count, total: count })
          .optional()
          .describe('How many of how many tests were reported to pass.'),
        platforms: z
          .array(platform)
          .default([])
          .describe(
            'Operating systems on which the tests of these proposals were reported to pass completely.',
          ),
        production: z.boolean().default(false).describe('Whether it was reported to be used in production.'),
      })
      .describe('What an implementation of a proposal can do, as somebody reported it.'),
    z
      .strictObject({
        kind: z.literal('statement'),
        ...more,
        ...common,
        proposal,
        criterion: text(
          /^[a-z0-9.-]+\/[a-z0-9.-]+$/u,
          'a criterion like preview-2-inclusion/portability',
        ).describe('`<set>/<criterion>`.'),
        holds: z.boolean(),
      })
      .describe('Somebody states in a meeting that a criterion holds, or does not.'),
    z
      .strictObject({
        kind: z.literal('ended'),
        ...more,
        ...common,
        proposal,
        how: z
          .enum(['removed', 'merged-into', 'superseded'])
          .describe('What became of it: taken off, folded into another, or replaced by another.'),
        into: id.optional().describe('The proposal that holds or replaces it.'),
        release: release
          .optional()
          .describe('The release from which on it is so, when earlier ones keep it.'),
      })
      .describe('A proposal ends: it is removed, merged into another, or superseded.'),
    z
      .strictObject({
        kind: z.literal('renamed'),
        ...more,
        ...common,
        proposal,
        from: text().describe('The name, or the repository, until then.'),
        to: text().describe('The one from then on.'),
      })
      .describe('A proposal, or its repository, gets another name.'),
    z
      .strictObject({
        kind: z.literal('champions'),
        ...more,
        ...common,
        proposal,
        champions: z.array(text()).describe('Everybody who champions it from that day on.'),
      })
      .describe('The champions of a proposal change.'),
    z
      .strictObject({
        kind: z.literal('published'),
        ...more,
        ...common,
        proposal: proposal.optional().describe('The proposal, when it is not a release of all.'),
        release: release.optional(),
        version: text(/^\d+\.\d+\.\d+\S*$/u, 'a version like 0.3.0').describe('The version.'),
        tag: text().optional().describe('The tag in the repository.'),
        draft: z.boolean().default(false).describe('Whether it is a draft or candidate.'),
      })
      .describe('A release, or a draft of a proposal, is published.'),
    z
      .strictObject({
        kind: z.literal('correction'),
        ...more,
        ...common,
        corrects: text().describe('The id of the event that does not count.'),
        effect: z
          .enum(['always', 'from-now'])
          .describe('Whether that never counted (`always`), or counts no longer from this day on.'),
      })
      .describe(
        'An earlier event does not count. Events are never edited: a later one corrects an earlier one.',
      ),
  ] as const;
}

/** `content/events/<date>-<slug>.yml`, whose name is the event's id. */
export const writtenEvent = z.discriminatedUnion('kind', eventKinds({}));

/** An event as it counts: what is written, and the file's name without `.yml`. */
export const event = z
  .discriminatedUnion('kind', eventKinds({ id: z.string().describe('The file’s name without `.yml`.') }))
  .meta({ id: 'event', description: 'What happened, when, and where it is written down.' });

export type TrackerEvent = z.infer<typeof event>;
export type PhaseEvent = Extract<TrackerEvent, { kind: 'phase' }>;
export type InclusionEvent = Extract<TrackerEvent, { kind: 'inclusion' }>;
export type ImplementationEvent = Extract<TrackerEvent, { kind: 'implementation' }>;
export type StatementEvent = Extract<TrackerEvent, { kind: 'statement' }>;
export type EndedEvent = Extract<TrackerEvent, { kind: 'ended' }>;
export type ScheduledEvent = Extract<TrackerEvent, { kind: 'scheduled' }>;
