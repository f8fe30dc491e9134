import { parseMeeting } from '../../src/meetings/index.ts';
import type { Attendee, Meeting } from '../../src/meetings/meeting.ts';
import { type Case, testCases } from './cases.ts';

const AGENDA =
  '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n';
const LISTED = '## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n- Cy Reed (CR)\n\n### T\n\n';

const read =
  (show: (meeting: Meeting) => readonly string[], none: string, head = '') =>
  ({ path, note }: Case): string =>
    show(parseMeeting({ path, text: `${head}${note}\n` })).join('\n') || none;

function person({ name, nick, affiliation, initials }: Attendee): string {
  const more = Object.entries({ nick, affiliation, initials }).filter(([, value]) => value !== undefined);
  return [name, ...more.map(([key, value]) => `${key}: ${value}`)].join(' | ');
}

const speakers = ({ turns }: Meeting) => [...new Set(turns.map(({ speaker }) => speaker))];

testCases(
  'structure/attendees.txt',
  read(({ attendees }) => attendees.map(person), 'nobody'),
);
testCases('structure/speakers.txt', read(speakers, 'nobody', AGENDA + LISTED));
testCases(
  'structure/status.txt',
  read(({ status }) => [status], ''),
);
testCases(
  'structure/other-groups.txt',
  read(
    (meeting) => [
      `${meeting.date || 'no day'}, ${meeting.status}`,
      ...meeting.attendees.map((one) => `there: ${person(one)}`),
      ...meeting.topics.map(({ title }) => `topic: ${title}`),
      ...meeting.turns.map(({ speaker, text }) => `says: ${speaker} | ${text.replace(/\s*\n\s*/gu, ' / ')}`),
      ...meeting.actionItems.map(({ line, owner, text }) => `task: ${line} ${owner ?? 'nobody'} | ${text}`),
    ],
    '',
  ),
);
