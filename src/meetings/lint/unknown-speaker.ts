import { jointParts } from '../labels.ts';
import type { Finding, Rule } from './rule.ts';

/** A label that fits nobody on the list of attendees. */
export const unknownSpeaker: Rule = {
  name: 'unknown-speaker',
  severity: 'warning',
  find({ meeting, people }) {
    if (meeting.attendees.length === 0) return [];
    const seen = new Set<string>();
    return meeting.turns.flatMap(({ speaker, line }): Finding[] => {
      if (seen.has(speaker)) return [];
      seen.add(speaker);
      if (jointParts(speaker).every((part) => people(part) !== null || part.toLowerCase() === 'others'))
        return [];
      return [
        {
          line,
          words: speaker,
          message: `expected an attendee, found "${speaker}"`,
          hint: 'Add the name to the list of attendees, or write it as it stands there.',
        },
      ];
    });
  },
};
