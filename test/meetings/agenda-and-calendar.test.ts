import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  calendar,
  nextAgenda,
  openActionItems,
  parseMeeting,
  waitingVotes,
} from '../../src/meetings/index.ts';
import { note } from './note.ts';

const template = readFileSync(join(import.meta.dirname, '../../content/templates/agenda.md'), 'utf8');

const on = (day: string, text: string) => parseMeeting({ path: `2027/WASI-${day}.md`, text });

describe('the next agenda', () => {
  it('has what is open, and is read back as an agenda', () => {
    const text = nextAgenda(template, {
      date: '2027-04-01',
      actionItems: ['Ada: write it down', 'Ben: send $& the\ndraft'],
      votes: ['advance wasi-x to phase 2'],
      waiting: ['wasi-y'],
    });
    expect(text).toContain('## Agenda: April 1 WASI video call');
    expect(text).toContain('    1. Ada: write it down\n    1. Ben: send $& the draft\n');
    expect(text).not.toContain('{{');
    const { date, when, status, agenda } = on('04-01', text);
    expect({ date, when, status }).toEqual({
      date: '2027-04-01',
      when: { start: '2027-04-01T17:00:00Z', end: '2027-04-01T18:00:00Z' },
      status: 'agenda-only',
    });
    expect(agenda.map((item) => item.text)).toEqual(
      expect.arrayContaining(['advance wasi-x to phase 2', 'wasi-y']),
    );
  });

  it('has no empty sections', () => {
    const text = nextAgenda(template, { date: '2027-04-01', actionItems: [], votes: [], waiting: [] });
    expect(text).not.toMatch(/Votes|Waiting|Review of action items/);
    expect(text).toContain('Announcements');
  });
});

describe('what is open before a day', () => {
  const postponed = on(
    '03-04',
    note(
      '### Vote: advance wasi-x to phase 2\n\nAda: We will postpone the vote until next time.\n\nBen: I will file an issue.',
    ),
  );
  const held = on(
    '03-18',
    note('### Vote: advance wasi-x to phase 2\n\nSF: 3\nF: 2\n\nAda: The vote passes.'),
  );

  it('are votes put off and not held since', () => {
    expect(waitingVotes([held, postponed], '2027-03-18')).toEqual([
      { proposal: 'x', text: 'advancing x to phase 2 (put off on 2027-03-04)' },
    ]);
    expect(waitingVotes([held, postponed], '2027-04-01')).toEqual([]);
  });

  it('are action items of the last meetings', () => {
    expect(openActionItems([postponed, held], '2027-04-01')).toEqual(['Ben: File an issue (2027-03-04)']);
    expect(openActionItems([postponed, held], '2027-04-01', 1)).toEqual([]);
  });
});

describe('the calendar', () => {
  const meetings = [
    on(
      '03-18',
      '## Agenda: March 18\n\n- **When**: March 18 2026, 17:00-18:00 UTC\n\n> Cancelled, no agenda items.\n',
    ),
    on('03-04', note('### Names, and; more\n\nAda: Any objections?\n\n[none]')),
    on(
      '04-01',
      `## Agenda: April 1\n\n## Agenda items\n\n1. Opening\n1. ${'é'.repeat(60)} [x](https://example.org)\n`,
    ),
  ];
  const options = {
    url: ({ date }: { date: string }) => `https://example.org/${date}/`,
    group: 'Paint, Group',
  };
  const text = calendar(meetings, options);
  const unfolded = text.replaceAll('\r\n ', '');

  it('has the meetings in order, with the hours on their day', () => {
    expect(unfolded.match(/^(?:UID|DTSTART|DTEND|STATUS|SUMMARY).*$/gmu)).toEqual([
      'UID:2027-03-04@meetings.witness',
      'DTSTART:20270304T170000Z',
      'DTEND:20270304T180000Z',
      'SUMMARY:Paint\\, Group meeting',
      'STATUS:CONFIRMED',
      'UID:2027-03-18@meetings.witness',
      'DTSTART:20270318T170000Z',
      'DTEND:20270318T180000Z',
      'SUMMARY:Cancelled: Paint\\, Group meeting',
      'STATUS:CANCELLED',
      'UID:2027-04-01@meetings.witness',
      'DTSTART;VALUE=DATE:20270401',
      'SUMMARY:Paint\\, Group meeting',
      'STATUS:CONFIRMED',
    ]);
  });

  it('has topics and decisions, or the agenda without its routine', () => {
    expect(unfolded).toContain('DESCRIPTION:Names\\, and\\; more\\nDecision: ');
    expect(unfolded).toContain(`DESCRIPTION:${'é'.repeat(60)} x\r\n`);
    expect(unfolded).toContain('URL:https://example.org/2027-03-04/');
  });

  it('keeps to the format: line ends, and no line beyond 75 octets', () => {
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('names no group when nobody says whose meetings they are', () => {
    const nameless = calendar([on('03-04', note('### A\u0007 bell\rrang\n\nAda: Yes.'))]);
    expect(nameless).toContain('X-WR-CALNAME:Meetings\r\n');
    expect(nameless).toContain('SUMMARY:Meeting\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the format permits none of them
    expect(nameless).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]|\r[^\n]/);
  });

  it('gives the same bytes for the same meetings, and tells apart two on one day', () => {
    expect(calendar([...meetings].reverse(), options)).toBe(text);
    const twice = calendar([on('03-04', note('')), on('03-04', note(''))]);
    expect(twice.match(/^UID.*$/gmu)).toEqual([
      'UID:2027-03-04@meetings.witness',
      'UID:2027-03-04-2@meetings.witness',
    ]);
  });
});
