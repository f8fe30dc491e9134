import { isTallyLine } from '../fields/tally.ts';
import { spokenLines } from '../fields/turns.ts';
import { firstFrom } from '../first-from.ts';
import type { Rule } from './rule.ts';

/** Fewer words than this are a stage direction, a conclusion or a line that acts as a heading. */
const A_SENTENCE = 6;

/** Something said under a topic, by nobody; told once for each passage between speakers. */
export const unlabelledTurn: Rule = {
  name: 'unlabelled-turn',
  severity: 'warning',
  find({ notes, meeting }) {
    if (meeting.turns.length === 0) return [];
    const inTurn = (n: number) => (meeting.turns[firstFrom(meeting.turns, n + 1) - 1]?.endLine ?? 0) >= n;
    const known = new Set([...meeting.decisions, ...meeting.actionItems].map(({ line }) => line));
    let told = false;
    return spokenLines(notes).flatMap((line) => {
      if (line.kind === 'heading' || inTurn(line.number)) told = false;
      else if (!told && line.kind === 'text' && !known.has(line.number) && isProse(line.text)) {
        told = true;
        return [
          {
            line: line.number,
            message: 'expected who says this, found a paragraph without a speaker',
            hint: 'Begin it with the name in bold and a colon, or put a stage direction in square brackets.',
          },
        ];
      }
      return [];
    });
  },
};

function isProse(text: string): boolean {
  if (
    /^[[(<|*_]|^https?:|^\d{4}-\d{2}-\d{2}\b|^from .+ to everyone/iu.test(text) ||
    /:$/u.test(text) ||
    isTallyLine(text)
  )
    return false;
  const words = text
    .replace(/\[[^\]]*\]\([^)]*\)|https?:\S+/gu, '')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  return words.length >= A_SENTENCE && !/^\p{Lu}[\p{L} -]{2,20}:\s/u.test(text);
}
