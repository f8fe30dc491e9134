import { describe, expect, it } from 'vitest';
import { changesHtml, changeText } from '../../src/site/render/changes.ts';
import type { Change, TrackerInput } from '../../src/tracker/index.ts';

const asked = (id: string, release?: string) => ({
  id,
  title: id,
  summary: '',
  judges: 'proposal' as const,
  ...(release && { release }),
  stages: [],
  criteria: [{ id: 'vote', title: 'A vote', check: 'vote', with: {}, versions: [], alsoWorded: [] }],
});
const INPUT: TrackerInput = {
  proposals: [],
  criteria: [asked('now', 'preview-2'), asked('later', 'wasi-0.3'), asked('always')],
  events: [],
  meetings: [],
  coverage: null,
  wit: [],
};
const change = (what: Change['what'], id: string | null, from: string | null, to: string | null): Change => ({
  proposal: 'alpha',
  what,
  id,
  from,
  to,
});

describe('what changed is told in words', () => {
  it.each<[Change, string]>([
    [change('phase', null, null, '3'), 'Phase: from no evidence to 3'],
    [change('included', null, 'false', 'true'), 'Included in Preview 2'],
    [change('included', 'wasi-0.3', null, 'true'), 'Included in WASI 0.3'],
    [change('included', null, 'true', 'false'), 'No longer included in Preview 2'],
    [
      change('standing', null, 'open', 'shut-out'),
      'Standing for Preview 2: from may still come in to window closed',
    ],
    [
      change('standing', 'wasi-0.3', 'included', 'not-yet'),
      'Standing for WASI 0.3: from in WASI 0.3 to not yet',
    ],
    [change('criterion', 'now/vote', 'unmet', 'met'), 'A vote, for Preview 2: from not met to met'],
    [change('criterion', 'later/vote', null, 'unmet'), 'A vote, for WASI 0.3: from not asked to not met'],
    [change('criterion', 'always/vote', 'unknown', 'met'), 'A vote: from unknown to met'],
    [change('launched', 'wasi-0.3', null, '2026-06-11'), 'WASI 0.3 launched on 11 June 2026'],
  ])('%j', (one, words) => {
    expect(changeText(one, INPUT)).toBe(words);
  });

  it('and only once of what is now included, in each release', () => {
    const html = `${changesHtml(
      [
        change('included', 'wasi-0.3', 'false', 'true'),
        change('standing', 'wasi-0.3', 'open', 'included'),
        change('standing', null, 'open', 'shut-out'),
      ],
      INPUT,
      (path) => path,
    )}`;
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('Included in WASI 0.3');
    expect(html).toContain('window closed');
  });
});
