import { isVoteTitle } from '../decisions/vote-title.ts';
import { firstFrom } from '../first-from.ts';
import type { Finding, Rule } from './rule.ts';

/** A tally of which nobody says what came of it, or a heading with a vote that the notes do not have. */
export const voteWithoutOutcome: Rule = {
  name: 'vote-without-outcome',
  severity: 'warning',
  find({ notes, meeting }) {
    if (meeting.status !== 'held') return [];
    const unstated = meeting.decisions
      .filter((decision) => decision.tally && decision.outcome === 'unstated')
      .map(
        ({ line }): Finding => ({
          line,
          message: 'expected what came of this vote, found only its tally',
          hint: 'Add a line such as "The vote passes." or "There is no consensus."',
        }),
      );
    const silent = meeting.topics.flatMap((topic, i): Finding[] => {
      const end = meeting.topics[i + 1]?.line ?? notes.lines.length + 1;
      const decided = (meeting.decisions[firstFrom(meeting.decisions, topic.line)]?.line ?? end) < end;
      const nested = (meeting.topics[i + 1]?.level ?? 0) > topic.level;
      if (decided || nested || !isVoteTitle(topic.title)) return [];
      return [
        {
          line: topic.line,
          message: 'expected the outcome of the vote that this heading announces, found none',
          hint: 'Write down the tally or the consent, or that the vote was put off.',
        },
      ];
    });
    return [...unstated, ...silent];
  },
};
