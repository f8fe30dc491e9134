import { describe, expect, it } from 'vitest';
import { parseMeeting } from '../../src/meetings/index.ts';
import { meeting, note } from './note.ts';

const parse = (text: string, path = 'meetings/2027/WASI-03-04.md') => parseMeeting({ path, text });

describe('the date', () => {
  it.each([
    ['2023/WASI-07-13.md', '2023-07-13'],
    ['minutes/2023-07-13.md', '2023-07-13'],
    ['notes/2021/03-04.md', '2021-03-04'],
    ['WASI-07-13.md', ''],
    ['2023/WASI-02-30.md', ''],
  ])('of %s is %s', (path, date) => {
    expect(parse('## Agenda\n', path).date).toBe(date);
  });

  it('is in the front matter, or else in the text when no path tells', () => {
    expect(parse('---\ndate: 2020-01-02\n---\n', 'notes/2023-07-13.md').date).toBe('2020-01-02');
    expect(parse('- **When**: July 13 2023, 16:00-17:00 UTC\n', 'notes.md').date).toBe('2023-07-13');
    expect(parse('2019-05-02 Video meeting\n', 'notes.md').date).toBe('2019-05-02');
  });
});

describe('when', () => {
  it.each([
    ['March 4, 17:00-18:00 UTC', '2027-03-04T17:00:00Z', '2027-03-04T18:00:00Z'],
    ['March 4 2026, 17:00–18:30 UTC', '2026-03-04T17:00:00Z', '2026-03-04T18:30:00Z'],
    ['4 March, 9am-10am PST', '2027-03-04T17:00:00Z', '2027-03-04T18:00:00Z'],
    ['March 4, 23:30-00:30 UTC', '2027-03-04T23:30:00Z', '2027-03-05T00:30:00Z'],
    ['March 4, 17:00 UTC', '2027-03-04T17:00:00Z', '2027-03-04T18:00:00Z'],
  ])('reads %s', (text, start, end) => {
    expect(parse(`- **When**: ${text}\n`).when).toEqual({ start, end });
  });

  it.each(['to be decided', 'March 4', 'March 99, 17:00-18:00 UTC'])('leaves %s alone', (text) => {
    expect(parse(`- **When**: ${text}\n`).when).toBeNull();
  });
});

describe('the status', () => {
  it.each([
    ['> **_NOTE:_**  Cancelled, no agenda items.', 'cancelled'],
    ['This meeting is canceled.', 'cancelled'],
    ['## Agenda items\n\n1. Something', 'agenda-only'],
    ['## Agenda items\n\n1. Something\n\n## Meeting Notes\n', 'agenda-only'],
    ['## Notes\n### Attendees\n\n- Ada Lark', 'held'],
    ['## Notes\n\n**Ada**: The next meeting is cancelled.', 'held'],
  ])('of %j is %s', (body, status) => {
    expect(parse(`## Agenda: March 4\n\n${body}\n`).status).toBe(status);
  });
});

describe('attendees', () => {
  const names = (list: string) =>
    parse(`## Notes\n${list}\n\n### Topic\n\n**Zoe**: Hi.\n`).attendees.map(({ name }) => name);

  it.each([
    ['bullets', '### Attendees\n- Ada Lark\n- Ben Moss'],
    ['bare lines', '### Attendees\nAda Lark\nBen Moss'],
    ['bare lines with gaps', '### Attendees:\n\nAda Lark\n\nBen Moss'],
    ['numbers', '### Participants\n1. Ada Lark\n2. Ben Moss'],
    ['stars and ticks', '### Attendees\n* [x] Ada Lark\n* [ ] Ben Moss'],
    ['a line that acts as heading', 'Attendees:\n\nAda Lark\nBen Moss\n\nMeeting notes:'],
    ['two headings', '## Attendees\n### Attendees\n- Ada Lark\n- Ben Moss'],
    ['placeholders among them', '### Attendees\n- _Please add your name_\n- Ada Lark\n-\n- Ben Moss'],
  ])('are read from %s', (_, list) => {
    expect(names(list)).toEqual(['Ada Lark', 'Ben Moss']);
  });

  it('are read from one line', () => {
    expect(names('**Attendees**: Ada Lark, Ben Moss, and Zoe')).toEqual(['Ada Lark', 'Ben Moss', 'Zoe']);
  });

  it('end where somebody speaks, even without a heading', () => {
    expect(
      parse('### Attendees\nAda Lark (AL)\nBen Moss (BM)\n\nAL: Hello there.\n').attendees.map(
        ({ initials }) => initials,
      ),
    ).toEqual(['AL', 'BM']);
    expect(parse('### Attendees\n- Ada Lark\n\nMeeting lead: Ben Moss\nNotes: Zoe\n').attendees).toHaveLength(
      1,
    );
  });

  it('keep every repetition, accent and odd spelling', () => {
    const list = [
      'Saúl Cabrera',
      'Amanieu d’Antras',
      'vwo',
      'Birch Jr, Johnnie L',
      'Nathaniel McCallum',
      'Ada Lark',
      'Ada Lark',
    ];
    expect(names(`### Attendees\n${list.map((name) => `- ${name}`).join('\n')}`)).toEqual(list);
  });

  it.each([
    ['Ada Lark (AL)', { initials: 'AL' }],
    ['Ada Lark (larky)', { nick: 'larky' }],
    ['Adelheid (Ada) Lark', { nick: 'Ada' }],
    ['Ada Lark / @larky', { nick: 'larky' }],
    ['Ada Lark, Birds Inc', { affiliation: 'Birds Inc' }],
    ['Ada Lark - Birds', { affiliation: 'Birds' }],
    ['Moss Jr, Ben', {}],
  ])('say more about somebody: %s', (name, more) => {
    const [attendee] = parse(`### Attendees\n- ${name}\n`).attendees;
    expect(attendee).toEqual({ name, line: 2, ...more });
  });

  it('have employers in brackets when several share one', () => {
    expect(
      parse('### Attendees\n- Ada Lark (Birds)\n- Ben Moss (Birds)\n').attendees.map(
        ({ affiliation }) => affiliation,
      ),
    ).toEqual(['Birds', 'Birds']);
  });
});

describe('topics', () => {
  it('are the headings inside the notes, at any level, without the template’s', () => {
    const body =
      '## Announcements\n\n#### First\n\n##Second: https://example.org\n\n### `Third` [link](https://example.org)\n\n### Proposals and discussions\n\nFourth\n------\n\n### First\n\n#360 is no heading';
    expect(meeting(body).topics.map(({ id, title, level }) => [id, title, level])).toEqual([
      ['first', 'First', 4],
      ['second-https-example-org', 'Second: https://example.org', 2],
      ['third-link', 'Third link', 3],
      ['fourth', 'Fourth', 2],
      ['first-2', 'First', 3],
    ]);
  });

  it('are found where the notes heading is missing, doubled or indented', () => {
    const topics = (text: string) => parse(text).topics.map(({ title }) => title);
    expect(topics('## Agenda items\n1. x\n\n### Attendees\n- Ada\n\n### Topic\n')).toEqual(['Topic']);
    expect(
      topics('## Agenda items\n1. x\n\n## Notes\n\n## Notes\n### Attendees\n- Ada\n\n### Topic\n'),
    ).toEqual(['Topic']);
    expect(topics('## Agenda items\n1. x\n    ## Notes\n### Attendees\nAda\n\n#### Topic\n')).toEqual([
      'Topic',
    ]);
    expect(topics('## Agenda items\n1. x\n\n### Topic\n\n**Ada**: Hello.\n')).toEqual(['Topic']);
  });

  it('are none in code', () => {
    expect(meeting('```\n# comment\n##also\n```\n').topics).toEqual([]);
  });
});

describe('the agenda', () => {
  it('has its items with levels, without placeholders', () => {
    const agenda =
      '1. Opening\n    1. Thanks!\n1. Proposals\n    1. wasi-x, which goes\n       on in a second line\n    1. _Sumbit a PR to add your topic here_\n    1. Add items here!';
    expect(meeting('', { agenda }).agenda.map(({ text, level }) => [text, level])).toEqual([
      ['Opening', 1],
      ['Thanks!', 2],
      ['Proposals', 1],
      ['wasi-x, which goes on in a second line', 2],
    ]);
  });
});

describe('links', () => {
  it('are resolved, and those that must not be followed are left out', () => {
    const body =
      '[slides](../presentations/a.pdf) [repo](github.com/a/b) [bad](javascript:alert(1)) [data](data:text/html,x)\n\n[ref][r] and https://example.org/x.\n\n[r]: https://example.org/r';
    expect(meeting(body).links.map(({ text, url }) => [text, url])).toEqual([
      ['slides', 'https://github.com/WebAssembly/meetings/blob/main/wasi/presentations/a.pdf'],
      ['repo', 'https://github.com/a/b'],
      ['ref', 'https://example.org/r'],
      ['https://example.org/x', 'https://example.org/x'],
    ]);
  });
});

describe('action items', () => {
  it.each([
    ['Action item: Ada to write it down.', 'Ada', 'Write it down'],
    ['AI: Ben Moss to send the draft', 'Ben Moss', 'Send the draft'],
    ['Ada: I will take an action item to write it down.', 'Ada', 'Take an action item to write it down'],
    ['Ada: Sure, I’ll file an issue.', 'Ada', 'File an issue'],
    ['Ada: [takes an action item to rename]', 'Ada', 'An action item to rename'],
    ['Ben Moss to file an issue.', 'Ben Moss', 'File an issue'],
    ['Ada and Ben will collaborate on that document.', 'Ada and Ben', 'Collaborate on that document'],
    ['Ada volunteers to take notes', 'Ada', 'Take notes'],
    ['ACTION(Ada): open a PR', 'Ada', 'Open a PR'],
    ['[AI] Ben: update the text', 'Ben', 'Update the text'],
    ['@ben to update the text', '@ben', 'Update the text'],
    ['- [ ] Ada to open a PR', 'Ada', 'Open a PR'],
    ['Actions going forward: Ben will take the PR', 'Ben', 'Take the PR'],
    ['Ada: Action items, will update the text', 'Ada', 'Update the text'],
    ['Ada: Volunteers to write it down', 'Ada', 'Write it down'],
    ['Ada: Ben and I will figure out the rest', 'Ada and Ben', 'Figure out the rest'],
    ['Action item: somebody must look at this', null, 'Somebody must look at this'],
  ])('%j', (body, owner, text) => {
    expect(meeting(body).actionItems.map((item) => [item.owner, item.text])).toEqual([[owner, text]]);
  });

  it.each([
    'Ada: We will file an issue.',
    'Ada: Maybe I will write that.',
    'Ada: Will you write that?',
    'Action items: None, first meeting!',
    'Ada: The host will send bytes.',
    'Ada: I can add one thing.',
  ])('not %j', (body) => {
    expect(meeting(body).actionItems).toEqual([]);
  });
});

describe('front matter', () => {
  it('names the original and says that minutes are retold', () => {
    const { title, source, restated, problems } = parse(
      '---\ntitle: Minutes\ndate: 2023-07-13\nsource: https://example.org/a.md\nrestated: true\nnote: x\n---\n## Notes\n',
    );
    expect({ title, source, restated, problems }).toEqual({
      title: 'Minutes',
      source: 'https://example.org/a.md',
      restated: true,
      problems: [],
    });
  });

  it.each([
    ['---\ntitle: [a\n---\n', 2, 'meetings/front-matter'],
    ['---\ntitle: a\ndate: soon\n---\n', 3, 'meetings/front-matter'],
    ['---\ntitle: a\nrestated: maybe\n---\n', 3, 'meetings/front-matter'],
    ['---\ntitle: a\nsource: javascript:alert(1)\n---\n', 3, 'meetings/front-matter'],
    ['---\nrestated: true\nauthor: b\n---\n', 3, 'meetings/front-matter'],
    ['---\ntitle: a\nsuorce: https://example.org/\n---\n', 3, 'meetings/front-matter'],
    ['---\ntitle: a\ncomplet: false\n---\n', 3, 'meetings/front-matter'],
  ])('is explained where %j is wrong', (text, line, rule) => {
    const [problem] = parse(text).problems;
    expect(problem).toMatchObject({ line, rule, severity: 'error' });
    expect(problem?.message).toMatch(/expected|unknown/);
    expect(problem?.hint).toBeTruthy();
  });

  it('passes over what other groups write there for other programs', () => {
    const head = 'layout: post\ntags: [weekly]\ntime: 15:00\nname: x\nconstructor: a\ntitle: Weekly';
    const { title, problems } = parse(`---\n${head}\n---\n## Notes\n`);
    expect({ title, problems }).toEqual({ title: 'Weekly', problems: [] });
  });

  it.each(['javascript:alert(1)', 'JaVa\tScRiPt:x', 'data:text/html,x', '//evil.example', '../notes.md'])(
    'takes no original from %j',
    (source) => {
      const { source: taken, problems } = parse(`---\nsource: ${JSON.stringify(source)}\n---\n## Notes\n`);
      expect(taken).toBeUndefined();
      expect(problems[0]?.message).toContain('expected an address that begins with https://');
    },
  );

  it('keeps the lines of the text', () => {
    expect(parse(`---\ntitle: a\n---\n${note('**Ada**: Hello.')}`).turns[0]?.line).toBe(15);
  });
});

it('reads notes with Windows line ends and a byte order mark', () => {
  const { attendees, turns } = parse(`\ufeff${note('**Ada**: Hello.').replaceAll('\n', '\r\n')}`);
  expect(attendees.map(({ name }) => name)).toEqual(['Ada Lark', 'Ben Moss']);
  expect(turns).toMatchObject([{ speaker: 'Ada', text: 'Hello.', line: 12 }]);
});
