import * as z from 'zod';
import { day, text, whole } from '../../schema/index.ts';

const digest = text(/^[0-9a-f]{16}$/u, 'a digest of sixteen hexadecimal digits');

const review = z
  .strictObject({
    meeting: day.describe('The day of the notes.'),
    line: whole(1, 10_000_000).describe('The line on which the passage was when it was reviewed.'),
    digest: digest.describe('Of the paragraph or list item that holds the cue, white space aside.'),
    also: z
      .array(digest)
      .optional()
      .describe('Of the other paragraphs of the passage, so that another cue in it brings nothing back.'),
    verdict: z
      .enum(['accepted', 'changed', 'dismissed'])
      .describe('Whether an event was written as it was offered, was changed first, or none was.'),
    why: text().optional().describe('Why it is no decision. A dismissal needs it.'),
  })
  .meta({ id: 'review', description: 'What a person said of a passage that may be a decision.' });

/** `content/reviews.yml`: which passages somebody has looked at. `witness review` writes it. */
export const reviews = z.array(review);

export type Review = z.infer<typeof review>;
