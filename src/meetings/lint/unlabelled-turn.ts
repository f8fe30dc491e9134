import { isTallyLine } from '../fields/tally.ts';
import { spokenLines } from '../fields/turns.ts';
import type { Rule } from './rule.ts';

/** Fewer words than this are a stage direction, a conclusion or a line that acts as a heading. */
const A_SENTENCE = 6;

/** Something said under a topic, by nobody. */
export const unlabelledTurn: Rule = {
  name: 'unlabelled-turn',
  severity: 'warning',
  find({ notes, meeting }) {
    if (meeting.turns.length === 0) return [];
    const inTurn = (n: number) => meeting.turns.some((turn) => turn.line <= n && n <= turn.endLine);
    let open = false;
    return spokenLines(notes).flatMap((line) => {
      const continues = open && line.kind === 'text';
      open = line.kind === 'text';
      if (continues || line.kind !== 'text' || inTurn(line.number) || !isProse(line.text)) return [];
      return [
        {
          line: line.number,
          message: 'expected who says this, found a paragraph without a speaker',
          hint: 'Begin it with the name in bold and a colon, or put a stage direction in square brackets.',
        },
      ];
    });
  },
};

function isProse(text: string): boolean {
  if (/^[[(<|*_]|^https?:|^from .+ to everyone/iu.test(text) || /:$/u.test(text) || isTallyLine(text))
    return false;
  const words = text
    .replace(/\[[^\]]*\]\([^)]*\)|https?:\S+/gu, '')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  return words.length >= A_SENTENCE && !/^\p{Lu}[\p{L} -]{2,20}:\s/u.test(text);
}
