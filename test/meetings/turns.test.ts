import { describe, expect, it } from 'vitest';
import { meeting } from './note.ts';

const said = (body: string, attendees?: string[]) =>
  meeting(body, attendees ? { attendees } : {}).turns.map(({ speaker, text }) => [speaker, text]);

describe('a turn', () => {
  it.each([
    ['**Ada Lark**: Hello.', 'Ada Lark'],
    ['**Ada Lark:** Hello.', 'Ada Lark'],
    ['**Ada Lark** Hello.', 'Ada Lark'],
    ['**Ada Lark**Hello.', 'Ada Lark'],
    ['** Ada Lark ** Hello.', 'Ada Lark'],
    ['** Ada Lark** Hello.', 'Ada Lark'],
    ['**Ada Lark ** Hello.', 'Ada Lark'],
    ['**Ad**a: Hello.', 'Ada'],
    ['*Ada*: Hello.', 'Ada'],
    ['__Ada__: Hello.', 'Ada'],
    ['Ada: Hello.', 'Ada'],
    ['ada: Hello.', 'ada'],
    ['Ada L: Hello.', 'Ada L'],
    ['Ada L.: Hello.', 'Ada L.'],
    ['AL: Hello.', 'AL'],
    ['adalark: Hello.', 'adalark'],
    ['Adda Lark: Hello.', 'Adda Lark'],
    ['  **Ada**: Hello.', 'Ada'],
    ['> Ada: Hello.', 'Ada'],
    ['- **Ada Lark**: Hello.', 'Ada Lark'],
    ['- Ada: Hello.', 'Ada'],
    ['**Ada (in chat)**: Hello.', 'Ada'],
    ['**Ada** (in chat): Hello.', 'Ada'],
    ['**Ada**: (chat) Hello.', 'Ada'],
    ['Ada (in chat): Hello.', 'Ada'],
    ['**Ada, and ben moss**: Hello.', 'Ada, and ben moss'],
    ['Ada/Ben: Hello.', 'Ada/Ben'],
    ['Ada and others: Hello.', 'Ada and others'],
    ['(?): Hello.', '(?)'],
  ])('opens with %j', (line, speaker) => {
    expect(said(`### Topic\n\n${line}`)).toEqual([[speaker, 'Hello.']]);
  });

  it.each([
    'Slides: https://example.org/slides',
    'Action item: Ada to write it down',
    'AI: Ada to write it down',
    'Note: this was late.',
    'Q: Is there a difference?',
    'Answer: there are some.',
    'Option A: out of the box.',
    'Phase 2: Implementations proceed.',
    'Enarx: https://example.org/enarx',
    'Blob store:',
    'High level goals:',
    'Poll Results: SF: 3 F: 2 N: 0',
    '**Next steps**: write it down',
    '**Note** this was late.',
    'SF: 3',
    'From Ada Lark to Everyone 09:12 AM',
    'https://example.org: a page',
    'wasi:io/streams: the interface',
    '```\nAda: code\n```',
    '| Ada: | 1 |',
  ])('does not open with %j', (line) => {
    expect(said(`### Topic\n\n${line}`)).toEqual([]);
  });

  it('goes on over paragraphs, lists, stage directions and code until the next one', () => {
    const body =
      '**Ada**: First.\n\nSecond paragraph.\n\n[slide]\n\n- a point\n\n```\nx: y\n```\n\n**Ben**: Next.';
    expect(said(body)).toEqual([
      ['Ada', 'First.\n\nSecond paragraph.\n\n[slide]\n\n- a point\n\n```\nx: y\n```'],
      ['Ben', 'Next.'],
    ]);
  });

  it('ends at a heading, at a tally and at pasted chat', () => {
    const { turns } = meeting(
      'Ada: One.\n\nFrom Ben Moss to Everyone 09:12 AM\nchat\n\nAda: Two.\n\nSF: 3\nF: 2\n\nAda: Three.\n\n### Next\n\nnobody says this',
    );
    expect(turns.map(({ text, line, endLine }) => [text, line - 11, endLine - 11])).toEqual([
      ['One.', 1, 1],
      ['Two.', 6, 6],
      ['Three.', 11, 11],
    ]);
  });

  it('opens with a name over bullets, with or without a bullet of its own', () => {
    expect(
      said('**Ada Lark**\n- one\n- two\n\nBen Moss\n- three\n\n- Ada Lark\n  - four\n- Ben Moss\n  - five'),
    ).toEqual([
      ['Ada Lark', '- one\n- two'],
      ['Ben Moss', '- three'],
      ['Ada Lark', '  - four'],
      ['Ben Moss', '  - five'],
    ]);
  });

  it('may be that of somebody who is not listed, when the notes speak that way', () => {
    const known = Array.from({ length: 5 }, (_, i) => `Ada: point ${i} is made.`).join('\n\n');
    expect(said(`${known}\n\nZoe: I joined late.`).at(-1)).toEqual(['Zoe', 'I joined late.']);
    expect(said('Zoe: a lone line in notes of another style')).toEqual([]);
    expect(said('PE: will present.\n\nQR: good.').map(([speaker]) => speaker)).toEqual(['PE', 'QR']);
  });

  it('has its topic, and ids that stay when turns are added after it', () => {
    const first = meeting('### One\n\nAda: a\n\n### Two\n\nBen: b').turns;
    const more = meeting('### One\n\nAda: a\n\n### Two\n\nBen: b\n\nAda: c').turns;
    expect(first.map(({ id, topic }) => [id, topic])).toEqual([
      ['turn-1', 'one'],
      ['turn-2', 'two'],
    ]);
    expect(more.slice(0, 2)).toEqual(first);
  });
});

describe('the person of a turn', () => {
  it.each([
    ['Luke', 'Luke Wagner'],
    ['Luke Wagner', 'Luke Wagner'],
    ['LW', 'Luke Wagner'],
    ['lukewagner', 'Luke Wagner'],
    ['Luke W.', 'Luke Wagner'],
    ['Luke Wagener', 'Luke Wagner'],
    ['Mossaka', 'Jiaxiao Zhou'],
    ['PAH', 'Pat Hickey'],
  ])('is found for %s', (label, person) => {
    const attendees = ['Luke Wagner', 'Jiaxiao Zhou (Mossaka)', 'Pat Hickey (PAH)'];
    expect(meeting(`**${label}**: Hello.`, { attendees }).turns[0]?.person).toBe(person);
  });

  it('stays open where the list has several who fit', () => {
    const attendees = ['Dan Gohman', 'Dan Phillips'];
    const people = meeting('Dan: Hello.\n\nDan G: Hi.', { attendees }).turns.map(({ person }) => person);
    expect(people).toEqual([undefined, 'Dan Gohman']);
  });

  it('is one when the list has the same name twice', () => {
    expect(meeting('Ada: Hello.', { attendees: ['Ada Lark', 'Ada Lark'] }).turns[0]?.person).toBe('Ada Lark');
  });
});
