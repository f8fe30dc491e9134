import * as z from 'zod';
import { meeting } from '../../meetings/schemas.ts';
import { day, jsonSchema } from '../../schema/index.ts';
import {
  criteriaSet,
  criterion,
  eventKinds,
  proposal,
  proposalStatus,
  trackerInput,
} from '../../tracker/schemas.ts';

const url = z
  .string()
  .regex(/^(?!\/|[a-z]+:)/)
  .describe("Relative to the site's root, without a slash first.");

const named = z.strictObject({ name: z.string(), address: z.string(), url });

const ITEM_KINDS = [
  'package',
  'interface',
  'world',
  'function',
  'method',
  'static',
  'constructor',
  'record',
  'variant',
  'enum',
  'flags',
  'resource',
  'type',
  'field',
  'case',
  'flag',
] as const;

/** What each file of `api/v1` holds, by its name. */
const FILES: Record<string, { title: string; schema: z.ZodType }> = {
  meetings: { title: 'Meetings, the earliest first', schema: z.array(meeting.extend({ url })) },
  proposals: {
    title: 'Proposals, each with its standing on the last day of the record',
    schema: z.array(z.strictObject({ ...proposal.shape, ...proposalStatus.shape, asOf: day, url })),
  },
  criteria: {
    title: 'Sets of criteria',
    schema: z.array(criteriaSet.extend({ url, criteria: z.array(criterion.extend({ url })) })),
  },
  packages: {
    title: 'WIT packages',
    schema: z.array(
      z.strictObject({
        name: z.string(),
        version: z.string().nullable(),
        url,
        uses: z.array(z.string()),
        interfaces: z.array(named),
        worlds: z.array(named),
      }),
    ),
  },
  events: {
    title: 'What happened, with evidence',
    schema: z.array(z.discriminatedUnion('kind', eventKinds({ id: z.string(), url }))),
  },
  implementations: {
    title: 'Official tests, and what each runtime did with them over time',
    schema: z.array(
      z.strictObject({
        suite: z.string(),
        test: z.string(),
        target: z.string(),
        interfaces: z.array(z.strictObject({ name: z.string(), items: z.array(z.string()) })),
        url,
        results: z.array(
          z.strictObject({
            runtime: z.string(),
            version: z.string(),
            day,
            systems: z.array(z.string()),
            isOwn: z.boolean().describe('A run of our own, and not the daily record.'),
            since: day.nullable(),
            stretches: z.array(
              z.strictObject({
                mark: z.enum(['pass', 'fail', 'skip']),
                from: day,
                to: day,
                firstVersion: z.string(),
                lastVersion: z.string(),
              }),
            ),
            issues: z.array(z.string()),
            why: z.string().optional(),
          }),
        ),
      }),
    ),
  },
  search: {
    title: 'Named WIT items',
    schema: z.array(
      z.strictObject({
        kind: z.enum(ITEM_KINDS),
        name: z.string(),
        address: z.string(),
        package: z.string(),
        url,
      }),
    ),
  },
  pages: { title: 'Pages by name', schema: z.array(z.strictObject({ title: z.string(), url })) },
  tracker: {
    title: 'What the tracker computes from',
    schema: z.strictObject({
      input: trackerInput,
      anchors: z
        .record(z.string(), z.record(z.string(), z.string()))
        .describe(
          "By meeting and line: the anchor on the meeting's page, for every line that evidence names.",
        ),
      days: z.array(day).describe('The days on which something happened or came into force, in order.'),
      last: day.describe('The last day that anything is known of.'),
    }),
  },
};

/** The JSON Schema of each file of `api/v1`: closed, so that a field without a description is found by the tests. */
export const API_SCHEMAS = Object.fromEntries(
  Object.entries(FILES).map(([name, { title, schema }]) => [name, jsonSchema(schema, title, 'output')]),
);
