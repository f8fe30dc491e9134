import { describe, expect, it } from 'vitest';
import { parseMeeting } from '../../src/meetings/index.ts';

const read = (text: string) => parseMeeting({ path: 'meetings/2027/WASI-03-04.md', text });
const head =
  '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n';
const listed = '## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n- Cy Reed (CR)\n\n### T\n\n';

describe('notes as volunteers write them', () => {
  it.each([
    ['## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n\n### T\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    [
      '## Notes\n\n### Attendees\n\nAda Lark, Ben Moss, Cy Reed, and Dee Fern\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed', 'Dee Fern'],
    ],
    [
      '## Notes\n\nAttendees: Ada Lark, Ben Moss, Cy Reed\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed'],
    ],
    ['## Notes\n\n**Attendees**: Ada Lark, Ben Moss\n\n### T\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    ['## Notes\n\n**Attendees:**\n\n- Ada Lark\n- Ben Moss\n\n### T\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    [
      '## Notes\n### Attendees\n1. Ada Lark\n2. Ben Moss (he/him)\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss (he/him)'],
    ],
    [
      '## Notes\n### Attendees\n* Ada Lark (Acme)\n* Ben Moss - Acme Inc.\n* Cy Reed, Foo\n* Dee Fern @ Bar\n* Eve Ivy (@eveivy)\n\n### T\n\nAda: hi',
      ['Ada Lark (Acme)', 'Ben Moss - Acme Inc.', 'Cy Reed, Foo', 'Dee Fern @ Bar', 'Eve Ivy (@eveivy)'],
    ],
    [
      '## Notes\n### Attendees\n- Ada Lark (chair)\n- Ben Moss (scribe)\n- Cy Reed [regrets]\n\n### T\n\nAda: hi',
      ['Ada Lark (chair)', 'Ben Moss (scribe)', 'Cy Reed [regrets]'],
    ],
    [
      '## Notes\n### Attendees\n| Name | Affiliation |\n|---|---|\n| Ada Lark | Acme |\n| Ben Moss | Foo |\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss'],
    ],
    [
      '## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n\n### Notes\n\nAda: hi\n\nBen: hello there',
      ['Ada Lark', 'Ben Moss'],
    ],
    ['### Attendees\n- Ada Lark\n- Ben Moss\n\n## Meeting Notes\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    [
      '## Meeting notes\n\n### Attendees\n\nAda Lark\nBen Moss\nCy Reed\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed'],
    ],
    [
      '## Meeting notes\n\n### Attendees\n\nAda Lark  \nBen Moss  \nCy Reed\n\n**Ada Lark**: welcome all to it',
      ['Ada Lark', 'Ben Moss', 'Cy Reed'],
    ],
    [
      '## Notes\n### Attendees\n- [Ada Lark](https://github.com/ada)\n- **Ben Moss**\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss'],
    ],
    ['## Notes\n### Attendees (12)\n- Ada Lark\n- Ben Moss\n\n### T\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    [
      '## Notes\n### Present\n- Ada Lark\n- Ben Moss\n### Regrets\n- Cy Reed\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss'],
    ],
    ['## Notes\n### Participants:\n- Ada Lark\n- Ben Moss\n\n### T\n\nAda: hi', ['Ada Lark', 'Ben Moss']],
    [
      '## Notes\n### Attendees\n- Ada\n- ben\n- sunfishcode\n- @cyreed\n- Dee F.\n- 王小明\n- José Álvarez\n- Ludwig van der Berg\n\n### T\n\nAda: hi',
      ['Ada', 'ben', 'sunfishcode', '@cyreed', 'Dee F.', '王小明', 'José Álvarez', 'Ludwig van der Berg'],
    ],
    [
      '## Notes\n### Attendees\n- Ada Lark\n\n- Ben Moss\n\n- Cy Reed\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed'],
    ],
    [
      '## Notes\n### Attendees\n\nAda Lark; Ben Moss; Cy Reed; Dee Fern\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed', 'Dee Fern'],
    ],
    [
      '## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n- ...\n- (add your name)\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss'],
    ],
    [
      '## Notes\n### Attendees\n- Ada Lark\n- Ben Moss\n- Cy Reed\n\nNotetaker: Ben Moss\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss', 'Cy Reed'],
    ],
    [
      '## Notes\n### Attendees\n<details>\n\n- Ada Lark\n- Ben Moss\n\n</details>\n\n### T\n\nAda: hi',
      ['Ada Lark', 'Ben Moss'],
    ],
  ])('list their attendees in %j', (body, names) => {
    expect(read(head + body).attendees.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['**Ada**: hi\n\n**Ben Moss**: hello', ['Ada', 'Ben Moss']],
    ['Ada (Acme): hi\nBen (Foo): hello', ['Ada (Acme)', 'Ben (Foo)']],
    ['ADA> hi there\nBEN> hello', ['ADA', 'BEN']],
    ['[Ada] hi there\n\n[Ben] hello', ['Ada', 'Ben']],
    ['[Ada]: hi there\n\n[Ben]: hello', ['Ada', 'Ben']],
    ['10:02 Ada: hi there\n10:03 Ben: hello', ['Ada', 'Ben']],
    ['[10:02] Ada: hi there\n[10:03] Ben: hello', ['Ada', 'Ben']],
    ['**Ada** (10:02): hi there\n\n**Ben** (10:03): hello', ['Ada', 'Ben']],
    ['- **Ada**: hi\n- **Ben**: hello', ['Ada', 'Ben']],
    ['* Ada\n  * hi\n* Ben\n  * hello', ['Ada', 'Ben']],
    ['AL: hi\nBM: hello\nCR: yes', ['AL', 'BM', 'CR']],
    ['ada: hi\nben: hello', ['ada', 'ben']],
    ['Ada - hi there\nBen - hello there', ['Ada', 'Ben']],
    ['**Ada** - hi there\n\n**Ben** - hello there', ['Ada', 'Ben']],
    ['__Ada__: hi\n\n__Ben__: hello', ['Ada', 'Ben']],
    ['**Ada Lark (Acme):** hi\n\n**Ben Moss (Foo):** hello', ['Ada Lark (Acme)', 'Ben Moss (Foo)']],
    ['**Ada/Ben**: we did it\n\n**Ada & Cy**: yes', ['Ada/Ben', 'Ada & Cy']],
    ['> Ada: hi\n\n> Ben: hello', ['Ada', 'Ben']],
    [
      'Ada: hi\nNote: this is a note\nExample: foo\nSo: what\nBen: hello\nThe problem: it is slow\nPros: fast\nwasi-io: streams\nTODO: x',
      ['Ada', 'Ben'],
    ],
    [
      '**Ada:** hi\n\n**Motivation:** slow\n\n**Next steps:** fast\n\n**Ben:** hello\n\n**Use cases**: many\n\n**Async**: streams',
      ['Ada', 'Ben'],
    ],
    ['@ada: hi there\n\n@ben: hello', ['@ada', '@ben']],
    ['**Ada:** hi\n\n**Zed Quill:** I was late to it\n\n**Ben:** hello', ['Ada', 'Zed Quill', 'Ben']],
    ['### Ada\n\nwords', []],
  ])('name their speakers in %j', (body, speakers) => {
    expect([...new Set(read(head + listed + body).turns.map(({ speaker }) => speaker))]).toEqual(speakers);
  });

  it.each([
    ['## CANCELLED: March 4 WASI video call\n\n## Agenda items\n1. x\n', 'cancelled'],
    ['## Agenda: March 4 WASI video call (cancelled)\n\n## Agenda items\n1. x\n', 'cancelled'],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\nThis meeting has been canceled.\n',
      'cancelled',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n**The meeting was cancelled due to holidays.**\n\n## Notes\n\n### Attendees\n',
      'cancelled',
    ],
    ['## ~~Agenda: March 4 WASI video call~~\n\nNo meeting this week\n', 'cancelled'],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\nNo meeting, see you in two weeks.\n',
      'cancelled',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n## Notes\n\n_No meeting was held._\n',
      'cancelled',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n## Notes\n\n### Attendees\n- Ada Lark\n\nAda: the next meeting is cancelled.',
      'held',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n1. Should futures be cancelled on drop?\n1. async cancellation\n\n## Notes\n',
      'agenda-only',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n## Notes\n',
      'agenda-only',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n## Notes\n\n_To be filled in after the meeting._\n',
      'agenda-only',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\n## Notes\n\nThe meeting did not take place for lack of attendance.\n',
      'cancelled',
    ],
    [
      '## Agenda: March 4 WASI video call\n\n- **When**: March 4, 17:00-18:00 UTC\n\n## Agenda items\n1. Welcome\n\nThe next meeting on March 18 is cancelled.\n\n## Notes\n### Attendees\n- Ada Lark\n',
      'held',
    ],
  ])('say whether the meeting was held in %j', (text, status) => {
    expect(read(text).status).toBe(status);
  });
});
