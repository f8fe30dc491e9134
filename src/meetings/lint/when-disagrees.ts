import { monthAndDay } from '../fields/date.ts';
import { whenLine } from '../fields/when.ts';
import type { Rule } from './rule.ts';

/** A `When` line with another day than the file's name. */
export const whenDisagrees: Rule = {
  name: 'when-disagrees',
  severity: 'error',
  find({ notes, meeting }) {
    const line = whenLine(notes);
    if (!line || !meeting.date) return [];
    const named = monthAndDay(line.text);
    const year = /\b(?:19|20)\d{2}\b/u.exec(line.text)?.[0];
    const wrongYear = year !== undefined && year !== meeting.date.slice(0, 4);
    const wrongDay =
      named !== null &&
      (named.month !== Number(meeting.date.slice(5, 7)) || named.day !== Number(meeting.date.slice(8)));
    if (!wrongYear && !wrongDay) return [];
    const words = line.text.replace(/^[*_]*when[*_]*\s*:[*_]*\s*/iu, '');
    return [
      {
        line: line.number,
        words,
        message: `expected ${meeting.date}, the date in the file's name, found "${words}"`,
        hint: wrongDay
          ? 'Correct the day, or rename the file.'
          : `Write the year ${meeting.date.slice(0, 4)}.`,
      },
    ];
  },
};
