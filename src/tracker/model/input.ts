import * as z from 'zod';
import { meeting } from '../../meetings/index.ts';
import { day } from '../../schema/index.ts';
import { coverage } from './coverage.ts';
import { criteriaSet } from './criteria.ts';
import { event } from './events.ts';
import { evidence } from './evidence.ts';
import { proposal } from './proposal.ts';

/** What the tracker has to know of a meeting's notes. A `Meeting` is one. */
const notes = meeting.pick({
  path: true,
  date: true,
  title: true,
  status: true,
  agenda: true,
  topics: true,
  decisions: true,
  actionItems: true,
  restated: true,
});

/** What the machine found out about one version of a WIT package. */
const witFacts = z
  .strictObject({
    package: z.string().describe('Name without a version: `wasi:keyvalue`.'),
    version: z.string(),
    path: z.string(),
    errors: z.int().min(0).describe('How many errors it has.'),
    worlds: z.array(z.string()),
    uses: z.array(z.string()).describe('Packages that it uses, without versions.'),
    items: z.int().min(0),
    undocumented: z
      .array(z.string())
      .nullable()
      .describe('WIT addresses of items without documentation; null for a copy that has lost its comments.'),
    compared: z
      .array(z.strictObject({ version: z.string(), breaking: z.array(z.string()) }))
      .describe(
        'What breaks for a component built for each earlier version of the same line, the oldest first.',
      ),
  })
  .meta({ id: 'witFacts' });

/** A decision that was read from notes by the program, and that nobody has written down as an event. */
const readDecision = z
  .strictObject({
    proposal: z.string(),
    phase: z.number().min(0).max(5),
    date: day,
    evidence: z.array(evidence),
  })
  .meta({ id: 'readDecision', description: 'A passed decision on a phase as a program reads it in notes.' });

const listing = z
  .strictObject({
    date: day.nullable().describe('Null where the page lies in no repository of git.'),
    commit: z.string().nullable(),
    pullRequest: z.int().nullable(),
    name: z.string().describe('As the page calls it.'),
    phase: z.number().nullable().describe('Null from the day on which it was taken off the page.'),
    champions: z.array(z.string()),
  })
  .meta({
    id: 'listing',
    description:
      'What the hand-kept page said of a proposal from a day on: when somebody wrote it down, not when it was decided.',
  });

/** What the page said of one proposal, the oldest first: an entry for each change of phase, name or champions. */
const listingHistory = z
  .strictObject({ proposal: z.string(), listings: z.array(listing) })
  .meta({ id: 'listingHistory' });

/** What official tests show of a runtime on a system, for the tests that touch a package. */
const testResult = z
  .strictObject({
    package: z.string().describe('Name without a version: `wasi:http`.'),
    release: z.string().describe('The release that the tests are of: `0.3`.'),
    runtime: z.string(),
    version: z.string(),
    system: z.string().nullable().describe('`linux`, `macos`, `windows`; null where it is not known.'),
    from: day,
    to: day.describe('The last day on which it was measured so.'),
    passed: z.int().min(0),
    failed: z.int().min(0),
    total: z.int().min(0).describe('The tests known on these days, including those that were not run.'),
  })
  .meta({ id: 'testResult' });

/** Everything that a status follows from: plain JSON, so that it also runs in the reader's browser. */
export const trackerInput = z.strictObject({
  proposals: z.array(proposal),
  criteria: z.array(criteriaSet),
  events: z.array(event),
  meetings: z.array(notes),
  coverage: coverage.nullable(),
  wit: z.array(witFacts),
  read: z.array(readDecision).optional().describe('Decisions on phases, read from notes by the program.'),
  listed: z.array(listingHistory).optional().describe('The history of the hand-kept page.'),
  results: z
    .array(testResult)
    .optional()
    .describe('What official tests show, the oldest first; missing where no results were given.'),
});

export type ReadDecision = z.infer<typeof readDecision>;
export type Listing = z.infer<typeof listing>;
export type ListingHistory = z.infer<typeof listingHistory>;
export type Notes = z.infer<typeof notes>;
export type TestResult = z.infer<typeof testResult>;
export type WitFacts = z.infer<typeof witFacts>;
export type TrackerInput = z.infer<typeof trackerInput>;
