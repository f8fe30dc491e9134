import type { Problem } from '../../problem.ts';
import { type Content, errorAt } from './content.ts';

/** An event does not precede the meeting or pull request that shows it, and a correction not what it corrects. */
export function eventDates({ events }: Content): Problem[] {
  const dates = new Map(events.map(({ value }) => [value.id, value.date]));
  return events.flatMap((file) => {
    const { value: event } = file;
    const late = event.evidence.flatMap((piece, i) => {
      const shown = piece.meeting ?? piece.date;
      return shown && event.date < shown
        ? [
            errorAt(
              file,
              'date',
              'date-before-meeting',
              `expected a date from ${shown} on, the day of evidence ${i + 1}, found ${event.date}`,
            ),
          ]
        : [];
    });
    const corrected = event.kind === 'correction' ? dates.get(event.corrects) : undefined;
    if (corrected && event.date < corrected) {
      late.push(
        errorAt(
          file,
          'date',
          'date-before-meeting',
          `expected a date from ${corrected} on, the day of what it corrects, found ${event.date}`,
        ),
      );
    }
    return late;
  });
}
