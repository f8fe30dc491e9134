import { describe, expect, it } from 'vitest';
import { type Meeting, type ProposalNames, parseMeeting } from '../../src/meetings/index.ts';
import { decisionTitle } from '../../src/site/render/decision.ts';
import { parseEvent, recorded, type TrackerEvent } from '../../src/tracker/index.ts';
import { ownContent } from './own-content.ts';

const NAMES: ProposalNames = new Map(['alpha', 'alpha-part', 'beta', 'gamma'].map((id) => [id, id] as const));

const notes = (...votes: [title: string, said: string][]): Meeting =>
  parseMeeting(
    {
      path: 'notes/2031-02-03.md',
      text: `# Meeting of 3 February 2031\n\n## Notes\n\n${votes.map(([title, said]) => `### ${title}\n\n**Ada**: ${said}\n`).join('\n')}`,
    },
    { proposals: NAMES },
  );

/** An event of that day, with its evidence on a line of the notes. */
function event(title: string, proposal: string, line: number, date = '2031-02-03'): TrackerEvent {
  const text = `kind: phase\ndate: ${date}\ntitle: ${title}\nproposal: ${proposal}\nphase: 2\nbasis: consent\noutcome: passed\nevidence:\n  - meeting: ${date}\n    passage: x\n`;
  const { value } = parseEvent({ path: `content/events/${date}-${proposal}-${line}.yml`, text });
  if (!value) throw new Error('this is no event');
  return { ...value.value, evidence: [{ kind: 'minutes', path: 'notes/2031-02-03.md', line }] };
}

function titles(meeting: Meeting, ...events: TrackerEvent[]): string[] {
  const found = recorded({ meetings: [meeting], events, names: NAMES });
  return meeting.decisions.map((decision) => decisionTitle(decision, found.get(decision)));
}

describe('what was decided is told', () => {
  it('in the words of the event that records it, also when that is about a part of a proposal', () => {
    const meeting = notes([
      'Vote: advance part of wasi-alpha to phase 2',
      'By unanimous consent, part of wasi-alpha advances to phase 2.',
    ]);
    expect(titles(meeting)).toEqual(['alpha to phase 2']);
    expect(titles(meeting, event('the part of alpha advances', 'alpha-part', 7))).toEqual([
      'the part of alpha advances',
    ]);
    expect(titles(meeting, event('alpha as a whole advances', 'alpha', 7))).toEqual(['alpha to phase 2']);
    expect(titles(meeting, event('the part, a year before', 'alpha-part', 7, '2030-02-03'))).toEqual([
      'alpha to phase 2',
    ]);
  });

  it('in the words of all events, when several proposals are decided at once', () => {
    const meeting = notes([
      'Vote: beta/gamma to phase 2',
      'By unanimous consent, beta/gamma advance to phase 2.',
    ]);
    expect(titles(meeting, event('gamma advances', 'gamma', 7), event('beta advances', 'beta', 7))).toEqual([
      'beta advances; gamma advances',
    ]);
  });

  it('in the words of the event that stands nearest, when two say the same of one day', () => {
    const meeting = notes(
      ['Vote: wasi-beta to phase 2', 'By unanimous consent, wasi-beta advances to phase 2.'],
      ['Vote: wasi-beta for good to phase 2', 'By unanimous consent, wasi-beta advances to phase 2.'],
    );
    const [first, second] = meeting.decisions.map(({ line }) => line);
    expect(second).toBeGreaterThan(first ?? 0);
    const events = [event('beta for good', 'beta', second ?? 0), event('beta at first', 'beta', first ?? 0)];
    expect(titles(meeting, ...events)).toEqual(['beta at first', 'beta for good']);
  });

  it('in the words of one event each in the minutes of this project', async () => {
    const { meetings, tracker, names } = await ownContent();
    const found = recorded({ meetings, events: tracker.events, names });
    expect(found.size).toBeGreaterThan(40);
    for (const meeting of meetings) {
      for (const decision of meeting.decisions) {
        for (const event of found.get(decision) ?? []) {
          expect(event.date, `${meeting.path}:${decision.line}`).toBe(meeting.date);
          if (event.kind === 'phase') expect(event.phase, event.id).toBe(decision.toPhase);
        }
      }
    }
    expect(new Set([...found.values()].flat()).size).toBe(found.size);
  });
});
