import * as z from 'zod';
import { isSlip } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { address, day, readYaml, text } from '../schema/index.ts';

/** The YAML at the head of a note. */
export const frontMatter = z.strictObject({
  title: text().optional().describe('The page’s title.'),
  date: day.optional().describe('The day of the meeting.'),
  source: address.optional().describe('The original of which the minutes are made.'),
  restated: z.boolean().optional().describe('`true` when the minutes are retold in other words.'),
  complete: z
    .boolean()
    .optional()
    .describe('`false` when only a part of the meeting is retold: what is left out may still have happened.'),
  note: text().optional().describe('What whoever keeps the minutes has to say of them.'),
});

/** What the head of a note says; empty when there is none. */
export interface FrontMatter {
  data: z.infer<typeof frontMatter>;
  /** The line of the closing `---`; 0 without front matter. */
  endLine: number;
  problems: Problem[];
}

/** A note with a longer head than this, or with more text in it, has none. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 20_000;

/** Only minutes kept for Witness say so: all that stands beside it is read by nobody else. */
const IS_OURS = /^(?:restated|complete)[ \t]*:/mu;

/**
 * Reads the front matter of a note. In minutes kept for Witness each key has to be one of ours; other groups' notes have
 * keys for the programs that show them (`tags`, `layout`), which are passed over unless one of ours was meant.
 */
export function readFrontMatter(path: string, lines: readonly string[]): FrontMatter {
  const none: FrontMatter = { data: {}, endLine: 0, problems: [] };
  if (lines[0]?.trimEnd() !== '---') return none;
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (close < 0 || close > MOST_LINES) return none;
  const yaml = { path, text: lines.slice(1, close).join('\n') };
  const isOurs = IS_OURS.test(yaml.text);
  const { value, problems } = readYaml(yaml, frontMatter, {
    rule: () => 'meetings/front-matter',
    hint: `Front matter is YAML between two lines of three hyphens: ${Object.keys(frontMatter.shape).join(', ')}.`,
    linesAbove: 1,
    most: MOST_CHARACTERS,
    empty: {},
    keepRest: true,
    passesOver: (key, known) => !isOurs && !known.some((one) => isSlip(key, one)),
  });
  return { data: value?.value ?? {}, endLine: close + 1, problems };
}
