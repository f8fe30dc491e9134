import * as z from 'zod';
import { day, finding, text, url, whole } from '../../schema/index.ts';

/** `YYYY-MM-DD`. Dates compare as text. */
export type Day = string;

const line = whole(1, 10_000_000);

const notesPath = text(/^[^/\\\s][^\\]*$/u, 'a path below the folder of notes, like 2023/WASI-07-13.md');

/** Where a passage stands in the original notes; `witness tracker cite` makes it. */
const original = z
  .strictObject({
    path: notesPath.describe('The file, seen from the folder of notes.'),
    line: line.describe('The first line.'),
    endLine: line.describe('The last line.'),
    digest: text(/^[0-9a-f]{64}$/u, 'a digest of 64 hexadecimal digits').describe(
      'SHA-256 of the normalised words, by which a change is noticed.',
    ),
  })
  .meta({
    id: 'original',
    description: 'The passage in the original notes, as `witness tracker cite` prints it.',
  });

const verbatim = z.strictObject({ text: z.string(), path: z.string(), line, endLine: line }).meta({
  id: 'verbatim',
  description: 'The words of the original notes at hand, as they stand at these lines.',
});

export type Original = z.infer<typeof original>;
export type Verbatim = z.infer<typeof verbatim>;

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
    original: original.optional(),
    verbatim: verbatim.optional(),
    path: z.string().optional().describe('The file of the minutes, the WIT package or the test.'),
    url: z.string().optional(),
    detail: z.string().optional(),
    date: day.optional().describe('The day from which it counts, when that is not the meeting’s.'),
    event: z.string().optional().describe('The event that brings it in.'),
  })
  .meta({ id: 'evidence', description: 'Why something is believed.' });

export type Evidence = z.infer<typeof evidence>;

const SOURCES = 'meeting with passage, original, pullRequest with date, wit, or run';

/** One piece of evidence as people write it. */
const written = z.strictObject({
  meeting: day.optional().describe('The date of the meeting whose minutes show it.'),
  passage: text().optional().describe('The words of the minutes, as they stand there.'),
  original: original.optional(),
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
    const sources = [piece.meeting ?? piece.original, piece.pullRequest, piece.wit, piece.run].filter(
      Boolean,
    );
    if (sources.length !== 1) wrong('expected one source of evidence', SOURCES);
    else if (piece.meeting && !piece.passage && !piece.original)
      wrong('expected the passage of the minutes', 'add passage: and the words as they stand there');
    else if (piece.original && !piece.meeting && !dayIn(piece.original.path))
      wrong('expected the day of the meeting beside the original', 'add meeting:');
    else if (piece.original && piece.original.endLine < piece.original.line)
      wrong('expected an original that ends where it begins or below', 'let witness tracker cite make it');
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
  original,
  passage,
  pullRequest,
  wit,
  run,
  url,
  date,
  detail,
}: z.infer<typeof written>): Evidence {
  const more = detail ? { detail } : {};
  if (original) {
    const date = meeting ?? dayIn(original.path) ?? '';
    return { kind: 'minutes', meeting: date, ...(passage ? { quote: passage } : {}), original, ...more };
  }
  if (meeting) return { kind: 'minutes', meeting, quote: passage ?? '', ...more };
  if (pullRequest)
    return { kind: 'pull-request', url: pullRequestUrl(pullRequest), ...(date ? { date } : {}), ...more };
  return { kind: wit ? 'wit' : 'run', path: wit ?? run ?? '', ...(url ? { url } : {}), ...more };
}

function pullRequestUrl(written: string): string {
  const [repository, number] = written.split('#');
  return written.startsWith('https:') ? written : `https://github.com/${repository}/pull/${number}`;
}

/** The day that a path such as `2023/WASI-07-13.md` names. */
function dayIn(path: string): Day | undefined {
  const [, year, month, date] = /(\d{4})\D(?:.*\D)?(\d{2})-(\d{2})\D/u.exec(path) ?? [];
  const named = `${year}-${month}-${date}`;
  return day.safeParse(named).success ? named : undefined;
}
