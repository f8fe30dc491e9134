import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Loaded } from '../../src/load/index.ts';
import { toText } from '../../src/report/index.ts';
import {
  actions,
  changesBetween,
  contradictions,
  historyOf,
  type Status,
  status,
  suggest,
} from '../../src/tracker/index.ts';
import { describeStatus } from './describe-status.ts';
import { ownContent } from './own-content.ts';

const KEY_DATES = [
  '2023-07-13',
  '2023-11-30',
  '2024-01-24',
  '2024-01-25',
  '2024-05-02',
  '2026-06-11',
  '2026-11-24',
];
const LAUNCH_SET = ['cli', 'clocks', 'filesystem', 'http', 'io', 'random', 'sockets'];
const SNAPSHOTS = join(import.meta.dirname, 'snapshots');

let content: Loaded;
const on = (day: string): Status => status(content.tracker, day);
const one = (day: string, id: string) => {
  const found = on(day).proposals.find((proposal) => proposal.id === id);
  if (!found) throw new Error(`no proposal ${id}`);
  return found;
};
const included = (day: string) =>
  on(day).proposals.flatMap((proposal) => (proposal.included ? proposal.id : []));

beforeAll(async () => {
  content = await ownContent();
});

describe("the project's own content", () => {
  it('has no problem', () => {
    expect(toText(content.problems, content.sources)).toBe('');
  });

  it('records every decision of the restated minutes', () => {
    const { meetings, names, tracker } = content;
    expect(suggest({ meetings, names, events: tracker.events })).toEqual([]);
  });

  it.each(KEY_DATES)('stands on %s as it did before', async (day) => {
    await expect(describeStatus(on(day))).toMatchFileSnapshot(join(SNAPSHOTS, `${day}.txt`));
  });
});

describe('the story', () => {
  // Date, proposal, phase: what the votes and mentions of the ledger say, and nothing before the first of each.
  it.each([
    ['2020-10-22', 'nn', 2],
    ['2021-04-08', 'filesystem', 2],
    ['2021-06-17', 'io', 2],
    ['2021-10-21', 'random', 2],
    ['2022-02-24', 'sockets', 1],
    ['2022-09-08', 'keyvalue', 1],
    ['2022-09-08', 'distributed-lock', 1],
    ['2022-09-08', 'sql', 1],
    ['2022-09-08', 'messaging', 1],
    ['2022-09-08', 'blobstore', 1],
    ['2022-09-08', 'runtime-config', 1],
    ['2023-02-23', 'cli', 1],
    ['2023-02-23', 'sql-embed', 1],
    ['2023-06-29', 'sockets', 2],
    ['2023-08-24', 'cli', 2],
    ['2023-09-21', 'http', 2],
    ...LAUNCH_SET.map((id): [string, string, number] => ['2023-11-30', id, 3]),
    ['2024-05-02', 'keyvalue', 2],
    ['2024-05-02', 'runtime-config', 2],
    ['2024-05-16', 'i2c', 2],
    ['2024-10-31', 'webgpu', 2],
    ['2025-01-09', 'tls', 1],
    ['2025-11-13', 'otel', 1],
    ['2026-03-05', 'otel', 2],
    ['2026-03-05', 'usb', 2],
    ['2026-04-16', 'cli-exit-with-code', 3],
  ] as [string, string, number][])('%s: %s is at phase %i from that day on', (day, id, phase) => {
    expect(one(day, id).phase).toBe(phase);
    expect(one(dayBefore(day), id).phase).not.toBe(phase);
    expect(one(day, id).phaseEvidence.length).toBeGreaterThan(0);
  });

  it('does not guess a phase that no minutes tell', () => {
    expect(one('2023-11-29', 'clocks').phase).toBeNull();
    expect(one('2023-09-20', 'http').phase).toBeNull();
  });

  it('shows a phase that is only spoken of as weaker than a vote', () => {
    expect(one('2023-11-29', 'io').phaseBasis).toBe('spoken-of');
    expect(one('2023-11-30', 'io').phaseBasis).toBe('vote');
  });

  it('includes nothing before the votes, and by them the seven of the launch', () => {
    expect(included('2024-01-24')).toEqual([]);
    expect(included('2024-01-25')).toEqual(LAUNCH_SET);
    expect(included('2026-11-24')).toEqual(LAUNCH_SET);
  });

  it('carries io, clocks, random, filesystem and sockets by a rule beside the votes', () => {
    for (const id of ['io', 'clocks', 'random', 'filesystem', 'sockets']) {
      expect(one('2024-01-25', id).inclusion.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['rule', 'minutes']),
      );
    }
    expect(one('2024-01-25', 'http').inclusion.map(({ kind }) => kind)).toEqual(['minutes']);
  });

  it('launches Preview 2 on 25 January 2024', () => {
    expect(on('2024-01-24').launch.launched).toBeNull();
    const { launched, criteria } = on('2024-01-25').launch;
    expect(launched).toBe('2024-01-25');
    expect(criteria.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met']);
  });

  it('says by absence that key-value was not voted in, and which notes were searched', () => {
    const vote = one('2024-01-25', 'keyvalue').criteria.find(({ id }) => id === 'inclusion-vote');
    expect(vote?.verdict).toBe('unmet');
    expect(vote?.evidence.map(({ kind, date }) => [kind, date])).toEqual([['absence', '2024-01-25']]);
  });

  it('leaves portability unknown where nothing shows it', () => {
    for (const id of [...LAUNCH_SET, 'keyvalue']) {
      expect(
        one('2024-01-25', id).criteria.find((criterion) => criterion.id === 'portability')?.verdict,
      ).toBe('unknown');
    }
  });

  it('shuts out what was not in when WASI 0.3 launched', () => {
    expect(one('2026-06-10', 'keyvalue').standing).toBe('open');
    expect(one('2026-06-11', 'keyvalue').standing).toBe('shut-out');
    expect(one('2026-06-11', 'clocks-timezone').standing).toBe('part');
  });

  it('judges nothing before criteria are adopted', () => {
    expect(one('2023-07-12', 'io').criteria).toEqual([]);
    for (const day of ['2023-07-13', '2023-07-27', '2023-09-06']) {
      expect(one(day, 'io').criteria.map(({ verdict }) => verdict)).not.toContain('met');
      expect(one(day, 'io').standing).toBe('not-yet');
    }
    expect(one('2023-09-07', 'io').criteria.map(({ verdict }) => verdict)).toContain('unmet');
  });

  it('does not move messaging by a vote without a stated outcome', () => {
    expect(one('2024-11-14', 'messaging').phase).toBe(1);
    const open = actions(content.tracker, '2024-12-01').filter(({ kind }) => kind === 'open-outcome');
    expect(open.map(({ proposal, date }) => [proposal, date])).toContainEqual(['messaging', '2024-11-14']);
  });

  it('asks for a registry in phase 2 only since July 2026', () => {
    const asked = (day: string) => one(day, 'blobstore').nextPhase?.criteria.map(({ id }) => id);
    expect(asked('2026-07-20')).not.toContain('published');
    expect(asked('2026-07-21')).toContain('published');
  });

  it('shows the planned launch vote until it was held', () => {
    const planned = (day: string) =>
      actions(content.tracker, day).filter(({ message }) => message.includes('the launch of Preview 2'));
    expect(planned('2023-12-20').map(({ kind, date }) => [kind, date])).toEqual([
      ['scheduled-vote', '2024-01-11'],
    ]);
    expect(planned('2024-01-12').map(({ kind, date }) => [kind, date])).toEqual([
      ['scheduled-vote', '2024-01-25'],
    ]);
    expect(planned('2024-01-26')).toEqual([]);
  });

  it('shows a statement that the reports at hand do not bear out', () => {
    const found = contradictions(content.tracker, '2024-01-25');
    expect(found.map(({ proposal }) => proposal)).toEqual(['cli']);
    expect(contradictions(content.tracker, '2024-01-24')).toEqual([]);
  });

  it('tells the cache apart from the proposal', () => {
    const { events } = historyOf(content.tracker, 'keyvalue');
    const changes = events.filter((event) => event.kind === 'change');
    expect(changes.map(({ date, change }) => [date, change])).toEqual([
      ['2023-07-11', 'added'],
      ['2024-04-09', 'removed'],
    ]);
  });

  it('names what changed on the day of the launch', () => {
    const changes = changesBetween(content.tracker, '2024-01-24', '2024-01-25');
    expect(changes.filter(({ what }) => what === 'included').map(({ proposal }) => proposal)).toEqual(
      LAUNCH_SET,
    );
    expect(changes).toContainEqual({
      proposal: null,
      what: 'launched',
      id: 'preview-2',
      from: null,
      to: '2024-01-25',
    });
    expect(changesBetween(content.tracker, '2024-01-25', '2024-01-25')).toEqual([]);
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
