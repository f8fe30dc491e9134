import { parseMeeting } from '../../src/meetings/index.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';

export interface Around {
  agenda?: string;
  attendees?: readonly string[];
}

/** A note in the subgroup's own format around a body, which starts on line 12 with the usual agenda and attendees. */
export function note(
  body: string,
  { agenda = '1. Welcome', attendees = ['Ada Lark', 'Ben Moss'] }: Around = {},
): string {
  return [
    '## Agenda: March 4 WASI video call',
    '',
    '- **When**: March 4, 17:00-18:00 UTC',
    '',
    '## Agenda items',
    agenda,
    '## Notes',
    '### Attendees',
    ...attendees.map((name) => `- ${name}`),
    '',
    body,
  ].join('\n');
}

/** Parses such a note as that of 4 March 2027. */
export function meeting(
  body: string,
  around: Around = {},
  options: Parameters<typeof parseMeeting>[1] = {},
): Meeting {
  return parseMeeting({ path: 'meetings/2027/WASI-03-04.md', text: note(body, around) }, options);
}
