import { describe, expect, it } from 'vitest';
import { parseMeeting, parsePeople, resolvePeople } from '../../src/meetings/index.ts';
import { note } from './note.ts';

const on = (day: string, body: string, attendees?: string[]) =>
  parseMeeting({ path: `2027/WASI-${day}.md`, text: note(body, attendees ? { attendees } : {}) });

describe('people', () => {
  it('are one person under all their labels in one meeting', () => {
    const body = '### One\n\nLuke: a\n\n**Luke Wagner**: b\n\nLW: c\n\n### Two\n\nlukewagner: d';
    const { people, ambiguous } = resolvePeople([on('03-04', body, ['Luke Wagner', 'Ben Moss'])]);
    expect(ambiguous).toEqual([]);
    expect(people.map(({ id, name, writtenAs, meetings }) => ({ id, name, writtenAs, meetings }))).toEqual([
      {
        id: 'ben-moss',
        name: 'Ben Moss',
        writtenAs: ['Ben Moss'],
        meetings: [{ path: '2027/WASI-03-04.md', date: '2027-03-04', listed: true, turns: [], topics: [] }],
      },
      {
        id: 'luke-wagner',
        name: 'Luke Wagner',
        writtenAs: ['Luke Wagner', 'Luke', 'LW', 'lukewagner'],
        meetings: [
          {
            path: '2027/WASI-03-04.md',
            date: '2027-03-04',
            listed: true,
            turns: ['turn-1', 'turn-2', 'turn-3', 'turn-4'],
            topics: ['one', 'two'],
          },
        ],
      },
    ]);
  });

  it('are told to be unclear where a label fits several', () => {
    const { people, ambiguous } = resolvePeople([
      on('03-04', 'Dan: a\n\nDan G: b', ['Dan Gohman', 'Dan Phillips']),
    ]);
    expect(ambiguous).toEqual([
      {
        path: '2027/WASI-03-04.md',
        speaker: 'Dan',
        candidates: ['Dan Gohman', 'Dan Phillips'],
        turns: ['turn-1'],
      },
    ]);
    expect(people.map(({ name, meetings }) => [name, meetings[0]?.turns])).toEqual([
      ['Dan Gohman', ['turn-2']],
      ['Dan Phillips', []],
    ]);
  });

  it('are joined over meetings by the alias file, and only by it', () => {
    const meetings = [on('03-04', 'Ada: a', ['Ada Lark']), on('03-18', 'larky: b\n\nlarky: c', ['Larky'])];
    const names = (people: { name: string }[]) => people.map(({ name }) => name);
    expect(names(resolvePeople(meetings).people)).toEqual(['Ada Lark', 'Larky']);
    const known = [{ name: 'Ada Lark', aliases: ['larky'], leaveOut: false }];
    const { people } = resolvePeople(meetings, known);
    expect(names(people)).toEqual(['Ada Lark']);
    expect(people[0]?.meetings.map(({ turns }) => turns.length)).toEqual([1, 2]);
  });

  it('are left out when they asked for it, while the notes stay', () => {
    const meetings = [on('03-04', 'Ada: a')];
    const { people } = resolvePeople(meetings, [{ name: 'Ada Lark', aliases: [], leaveOut: true }]);
    expect(people.map(({ name }) => name)).toEqual(['Ben Moss']);
    expect(meetings[0]?.turns[0]?.speaker).toBe('Ada');
  });

  it('may have spoken without being listed', () => {
    const { people } = resolvePeople([on('03-04', '**Zoë Finch**: a\n\n**Nobody**: b')]);
    expect(people.map(({ name, meetings }) => [name, meetings[0]?.listed])).toEqual([
      ['Ada Lark', true],
      ['Ben Moss', true],
      ['Zoë Finch', false],
    ]);
  });
});

describe('the alias file', () => {
  it('is read', () => {
    const text = '- name: Ada Lark\n  aliases: [larky]\n- name: Ben Moss\n  leaveOut: true\n';
    expect(parsePeople({ path: 'people.yml', text })).toEqual({
      value: [
        { name: 'Ada Lark', aliases: ['larky'], leaveOut: false },
        { name: 'Ben Moss', aliases: [], leaveOut: true },
      ],
      problems: [],
    });
  });

  it.each([
    ['name: Ada', 1, 'expected a list, found a mapping'],
    ['- name: Ada\n- aliases: [x]\n', 2, 'expected the key "name"'],
    ['- name: Ada\n- name: Ben\n  alias: x\n', 3, 'unknown key "alias"'],
    ['- name: Ada\n  aliases: x\n', 2, 'expected a list, found "x"'],
    ['- name: Ada\n  leaveOut: please\n', 2, 'expected true or false, found "please"'],
    ['- Ada\n', 1, 'expected a mapping with name, aliases, leaveOut, found "Ada"'],
  ])('is explained where %j is wrong', (text, line, message) => {
    const { problems } = parsePeople({ path: 'people.yml', text });
    expect(problems.map((problem) => [problem.line, problem.message])).toEqual([[line, message]]);
    expect(problems[0]?.hint).toBeTruthy();
  });
});
