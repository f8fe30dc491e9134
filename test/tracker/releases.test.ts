import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/site/content.ts';
import { outcomeOfPlan, publishedReleases } from '../../src/site/tracker/published-releases.ts';
import { judgedReleases, statusForRelease } from '../../src/site/tracker/status-for-release.ts';
import { actions, status, type TrackerEvent, type TrackerInput } from '../../src/tracker/index.ts';
import { ownContent } from './own-content.ts';

const evidence = [{ kind: 'run' as const, path: 'r' }];
const published = (date: string, version: string, draft = false): TrackerEvent => ({
  kind: 'published',
  id: `${date}-${version}`,
  date,
  title: version,
  release: 'line-1',
  version,
  draft,
  evidence,
});
const planned = (version: string, on: string): TrackerEvent => ({
  kind: 'scheduled',
  id: `plan-${version}`,
  date: '2031-01-01',
  title: version,
  subject: `the release of ${version}`,
  on,
  version,
  evidence,
});
const vote = (date: string): TrackerEvent => ({
  kind: 'launch',
  id: `${date}-vote`,
  date,
  title: 'launch',
  release: 'line-1',
  basis: 'vote',
  outcome: 'passed',
  evidence,
});
const INPUT: TrackerInput = {
  proposals: [],
  criteria: [],
  meetings: [],
  coverage: null,
  wit: [],
  events: [
    published('2031-02-01', '1.0.0-rc-1', true),
    vote('2031-03-01'),
    planned('1.0.0', '2031-02-27'),
    published('2031-03-01', '1.0.0'),
    planned('1.0.1', '2031-05-01'),
  ],
};
const site = (tracker: TrackerInput) => ({ tracker, packages: [] as Content['packages'] }) as Content;

describe('releases', () => {
  it('are told from events, the latest first, with the votes since the one before', () => {
    const found = publishedReleases(site(INPUT));
    expect(
      found.map(({ version, line, published, planned, votes }) => [
        version,
        line,
        published,
        planned,
        votes.map(({ id }) => id),
      ]),
    ).toEqual([
      ['1.0.1', 'line-1', null, '2031-05-01', []],
      ['1.0.0', 'line-1', '2031-03-01', '2031-02-27', ['2031-03-01-vote']],
      ['1.0.0-rc-1', 'line-1', '2031-02-01', null, []],
    ]);
    const [next, last, draft] = found;
    const outcomes = [next, last, draft].map((one) => one && outcomeOfPlan(one, '2031-04-01'));
    expect(outcomes).toEqual(['Still to come, in 30 days.', 'Published 2 days late.', null]);
    expect(next && outcomeOfPlan(next, '2031-05-01')).toContain('not in the record');
  });

  it('are none where nobody recorded any', () => {
    expect(publishedReleases(site({ ...INPUT, events: [] }))).toEqual([]);
  });

  it('that are planned are no votes that chairs would miss', () => {
    expect(actions(INPUT, '2031-06-01')).toEqual([]);
  });
});

describe('the board of a later release', () => {
  it('has the standing and the launch of that release', async () => {
    const { tracker } = await ownContent();
    const now = status(tracker, '2026-07-01');
    const [first, ...later] = judgedReleases(tracker);
    expect(first).toBe('preview-2');
    for (const id of later) {
      const own = now.laterReleases.find((release) => release.id === id);
      const shown = statusForRelease(now, id);
      expect(shown.launch).toEqual(own?.launch);
      expect(shown.proposals.map((one) => one.standing)).toEqual(own?.proposals.map((one) => one.standing));
    }
    expect(later.length).toBeGreaterThan(0);
  });
});
