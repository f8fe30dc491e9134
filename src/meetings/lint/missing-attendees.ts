import type { Rule } from './rule.ts';

/** Notes of a meeting that was held without saying who was there; retold minutes leave that to their original. */
export const missingAttendees: Rule = {
  name: 'missing-attendees',
  severity: 'error',
  find({ notes, meeting }) {
    if (meeting.status !== 'held' || meeting.attendees.length > 0 || meeting.restated) return [];
    return [
      {
        line: notes.start ?? 1,
        message: 'expected a list of attendees, found none',
        hint: 'Put the names under a heading "### Attendees", one a line.',
      },
    ];
  },
};
