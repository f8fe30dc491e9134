import { AGENDA_PLACEHOLDER } from '../fields/agenda.ts';
import type { Finding, Rule } from './rule.ts';

const PLACEHOLDER =
  /\[please fill in[^\]]*\]|\bTODO\b[^.]{0,60}|\binsert (?:the )?(?:link|name|notes) here\b|\bYYYY-MM-DD\b|<(?:name|link|date)>/u;

/** A line of the template that should have been replaced before the meeting, or taken out after it. */
export const templatePlaceholder: Rule = {
  name: 'template-placeholder',
  severity: 'warning',
  find({ notes, meeting }) {
    if (meeting.status !== 'held') return [];
    return notes.lines.flatMap((line): Finding[] => {
      if (line.kind !== 'text') return [];
      const words = AGENDA_PLACEHOLDER.test(line.text) ? line.text : PLACEHOLDER.exec(line.text)?.[0];
      if (!words) return [];
      return [
        {
          line: line.number,
          words,
          message: `expected notes, found a placeholder of the template`,
          hint: 'Replace it, or take the line out.',
        },
      ];
    });
  },
};
