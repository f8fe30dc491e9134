import { isVoteTitle } from '../decisions/vote-title.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS_SO = /\b(?:postponed|put off|deferred|delayed)\b/iu;

/** A heading with a vote that the notes below it put off: whoever reads only headings is misled. */
export const postponedVoteHeading: Rule = {
  name: 'postponed-vote-heading',
  severity: 'warning',
  find({ meeting }) {
    return meeting.decisions.flatMap((decision): Finding[] => {
      const topic = meeting.topics.findLast(({ line }) => line < decision.line);
      if (decision.outcome !== 'postponed' || !topic || !isVoteTitle(topic.title)) return [];
      if (SAYS_SO.test(topic.title)) return [];
      return [
        {
          line: topic.line,
          message: 'expected a heading that says what happened, found the vote that was put off',
          hint: 'Say so in the heading, for example "Discussion: ..." or "... (vote postponed)".',
        },
      ];
    });
  },
};
