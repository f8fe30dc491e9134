import * as z from 'zod';
import { day, finding, text, url, whole } from '../../schema/index.ts';

/** `YYYY-MM-DD`. Dates compare as text. */
export type Day = string;

const line = whole(1, 10_000_000);

/** What the program makes of evidence and shows; what people write of it is `writtenEvidence`. */
export const evidence = z
  .strictObject({
    kind: z
      .enum(['minutes', 'pull-request', 'wit', 'run', 'rule', 'absence'])
      .describe(
        '`minutes` has meeting, line and quote; `pull-request` a url; `rule` and `absence` a detail; `absence` says which notes were searched.',
      ),
    meeting: day.optional().describe('The date of the meeting.'),
    line: line.optional().describe('The line of the minutes.'),
    quote: z.string().optional().describe('The words of the minutes.'),
    restated: z
      .literal(true)
      .optional()
      .describe('The words are a retelling and must not be shown as a quotation.'),
    path: z.string().optional().describe('The file of the minutes, the WIT package or the test.'),
    url: z.string().optional(),
    detail: z.string().optional(),
    date: day.optional().describe('The day from which it counts, when that is not the meeting’s.'),
    event: z.string().optional().describe('The event that brings it in.'),
  })
  .meta({ id: 'evidence', description: 'Why something is believed.' });

export type Evidence = z.infer<typeof evidence>;

const SOURCES = 'meeting with passage, pullRequest with date, wit, or run';

/** One piece of evidence as people write it. */
const written = z.strictObject({
  meeting: day.optional().describe('The date of the meeting whose minutes show it.'),
  passage: text().optional().describe('The words of the minutes, as they stand there.'),
  pullRequest: text(/^([\w.-]+\/[\w.-]+#\d+|https:\/\/\S+)$/u, 'owner/repository#number or an address')
    .optional()
    .describe('The pull request that shows it.'),
  wit: text().optional().describe('The path of the WIT package that shows it.'),
  run: text().optional().describe('The test or example whose run shows it.'),
  url: url.optional().describe('Where it can be seen.'),
  date: day.optional().describe('The day from which it counts; a pull request needs it.'),
  detail: text().optional().describe('What there is to see.'),
});

export const writtenEvidence = written
  .superRefine((piece, { addIssue }) => {
    const wrong = (message: string, hint: string) =>
      addIssue(finding(message, { kind: 'no-evidence', hint }));
    const sources = [piece.meeting, piece.pullRequest, piece.wit, piece.run].filter(Boolean);
    if (sources.length !== 1) wrong('expected one source of evidence', SOURCES);
    else if (piece.meeting && !piece.passage)
      wrong('expected the passage of the minutes', 'add passage: and the words as they stand there');
    else if (piece.pullRequest && !piece.date) wrong('expected the date of the pull request', 'add date:');
  })
  .transform(asEvidence)
  .pipe(evidence);

/** At least one piece of evidence. */
export const someEvidence = z
  .array(writtenEvidence)
  .superRefine((pieces, { addIssue }) => {
    if (pieces.length === 0)
      addIssue(finding('expected evidence, found none', { kind: 'no-evidence', hint: SOURCES }));
  })
  .describe('Where it is written down.');

function asEvidence({
  meeting,
  passage,
  pullRequest,
  wit,
  run,
  url,
  date,
  detail,
}: z.infer<typeof written>): Evidence {
  const more = detail ? { detail } : {};
  if (meeting) return { kind: 'minutes', meeting, quote: passage ?? '', ...more };
  if (pullRequest)
    return { kind: 'pull-request', url: pullRequestUrl(pullRequest), ...(date ? { date } : {}), ...more };
  return { kind: wit ? 'wit' : 'run', path: wit ?? run ?? '', ...(url ? { url } : {}), ...more };
}

function pullRequestUrl(written: string): string {
  const [repository, number] = written.split('#');
  return written.startsWith('https:') ? written : `https://github.com/${repository}/pull/${number}`;
}
