import * as z from 'zod';
import { day, text } from '../../schema/index.ts';

/** `content/coverage.yml`: which of the group’s notes were read in full, so that absence says something. */
export const coverage = z.strictObject({
  from: day.describe('The first day.'),
  until: day.describe('The last day that was read.'),
  detail: text().describe('What was read, in a sentence.'),
});

export type Coverage = z.infer<typeof coverage>;
