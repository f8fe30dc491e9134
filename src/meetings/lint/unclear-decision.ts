import { see } from '../decisions/features.ts';
import { rank } from '../decisions/rank.ts';
import { notedBlocks } from '../fields/decisions.ts';
import type { Finding, Rule } from './rule.ts';

/** Passages that score less speak of decisions more often than they hold one. */
const LIKELY = 0.5;

/** A passage that reads like a decision and does not say beyond doubt that it is one. */
export const unclearDecision: Rule = {
  name: 'unclear-decision',
  severity: 'info',
  find({ notes, meeting }) {
    const likely = meeting.candidates.filter(({ score }) => score >= LIKELY);
    if (likely.length === 0) return [];
    const seen = see(notedBlocks(notes, meeting.turns)).map((one) => ({
      line: one.block.line,
      score: one.cues.length > 0 ? rank(one) : 0,
    }));
    return likely.flatMap(({ line, endLine }): Finding[] => {
      const [best] = seen
        .filter((one) => one.line >= line && one.line <= endLine)
        .sort((a, b) => b.score - a.score);
      return best === undefined
        ? []
        : [
            {
              line: best.line,
              message: 'expected words that say whether this was decided, found what only may be a decision',
              hint: 'Write "Decision: ...", the question with its answer ("Any objections?", "[no objections]"), or the tally with its outcome; put off, write "The vote is postponed."',
            },
          ];
    });
  },
};
