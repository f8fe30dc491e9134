import * as z from 'zod';
import { day, finding, text, whole } from '../schema/index.ts';
import { HOSTS, RELEASES } from './model.ts';
import { WORLD_KINDS } from './worlds/index.ts';

/** The front matter of an example's `README.md`. */
export const about = z.strictObject({
  title: text(),
  order: whole(0, 1000).describe('Its place in lists.'),
  teaches: text().describe('What it teaches, in a sentence.'),
  guests: whole(1, 1000).default(1).describe('How many guests run it at once.'),
  release: z
    .enum(RELEASES)
    .default('0.2')
    .describe(
      'The release of WASI in whose terms it is written: one of `0.3` is the body of an async function.',
    ),
  component: z
    .strictObject({
      world: text().describe('The name of its world in `wit/world.wit`.'),
      kind: z.enum(WORLD_KINDS).describe('How it is called.'),
      calls: z.array(z.json()).describe('What it is called with, one entry a call.'),
    })
    .optional()
    .describe(
      'Of an example that is a component of its own: the WIT world it has, how it is called, and with what.',
    ),
  items: z.array(text()).default([]).describe('Addresses of the WIT items it uses.'),
  minutes: z
    .array(
      z.strictObject({
        meeting: day.describe('The meeting’s date.'),
        quote: text().describe('The words of the minutes.'),
      }),
    )
    .default([])
    .describe('Sentences of the minutes that it illustrates.'),
});

export type ExampleAbout = z.infer<typeof about>;

const expectation = z
  .strictObject({
    hosts: z.array(z.enum(HOSTS)).min(1, { error: 'at least one host' }),
    output: z.string().optional().describe('What they print.'),
    'any-of': z.array(z.string()).min(1).optional().describe('What they may print, where it differs.'),
    because: text().optional().describe('Why the outputs may differ.'),
  })
  .superRefine((entry, { addIssue }) => {
    const { output, because, 'any-of': several = [] } = entry;
    if ((output === undefined) === (several.length === 0))
      addIssue(finding('expected either `output` or `any-of`'));
    else if (several.length > 1 && because === undefined)
      addIssue(finding('expected `because`: why may the outputs differ?', { kind: 'no-reason' }));
  })
  .transform(({ hosts, output, because, 'any-of': several }) => ({
    hosts,
    outputs: (several ?? [output ?? '']).map((one) => one.trimEnd()),
    ...(because === undefined ? {} : { because }),
  }));

/** `expected.yml` of an example: what each of its hosts may give. */
export const expectations = z
  .array(expectation)
  .min(1, { error: 'at least one group of hosts' })
  .superRefine((entries, { addIssue }) => {
    const seen = new Set<string>();
    for (const [i, { hosts }] of entries.entries()) {
      for (const [j, host] of hosts.entries()) {
        if (seen.has(host))
          addIssue(finding(`${host} is listed twice`, { kind: 'host-twice', path: [i, 'hosts', j] }));
        seen.add(host);
      }
    }
  });

/** What a host may give: one of these outputs; more than one, or one among others, for a reason. */
export type Expectation = z.infer<typeof expectation>;
