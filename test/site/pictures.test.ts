import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { memory, noop } from '../../src/cache/node.ts';
import { ROWS } from '../../src/cache-suite/index.ts';
import { loadContent, readGroup } from '../../src/load/index.ts';
import { DRAWN, EPISODES, FUTURE, LANES, OTHER_ENDS } from '../../src/site/cache/life-of-get-or-set.ts';
import { proseParts } from '../../src/site/prose.ts';
import { toContent } from '../../src/site/to-content.ts';
import { phases } from '../../src/site/tracker/phases.ts';
import { roadPicture } from '../../src/site/tracker/road-picture.ts';
import { roadToLaunch } from '../../src/site/tracker/road-to-launch.ts';
import { newestItem } from '../../src/site/wit/newest-item.ts';
import { status, type TrackerEvent } from '../../src/tracker/index.ts';
import { attributes, decode } from './pages.ts';

const dir = inject('siteDir');
const loaded = await loadContent(await readGroup());
const { packages, tracker, asOf } = toContent(loaded, null);

/** The picture of a page of the built site. */
function picture(path: string, kind: string): string {
  const html = readFileSync(join(dir, path, 'index.html'), 'utf8');
  return new RegExp(`<figure class="picture ${kind} .*?</figure>`, 's').exec(html)?.[0] ?? '';
}

describe('the life of a get-or-set', () => {
  const steps = EPISODES.flatMap((episode) => episode.steps);
  const messages = steps.filter((step) => 'item' in step);

  it.each(DRAWN)('names %s as WIT does', (address) => {
    expect(newestItem(packages, address)?.package).toBe(newestItem(packages, FUTURE)?.package);
  });

  it('names promises that are tried', () => {
    const named = [...EPISODES.flatMap(({ triedBy }) => triedBy), ...OTHER_ENDS];
    const known = new Set(ROWS.map(({ id }) => id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is drawn for a cache in which callers meet', () => {
    expect(Object.keys(noop().deviations ?? {})).toContain('get-or-set/one-vacancy');
    expect(Object.keys(memory().deviations ?? {})).not.toContain('get-or-set/one-vacancy');
  });

  it('lets callers ask, the cache answer, and nobody talk past it', () => {
    for (const { kind, from, to } of messages) expect(kind === 'call' ? to : from).toBe(2);
    for (const { from, to } of messages) expect(Math.abs(from - to)).toBe(1);
  });

  it.each(EPISODES)('draws no step of "$title" over another', ({ steps: own }) => {
    const taken = own.flatMap((step) => {
      if ('item' in step) return [`${step.row}, between ${Math.min(step.from, step.to)} and the next`];
      const [first, last] = step.rows;
      return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}, lane ${step.lane}`);
    });
    expect(new Set(taken).size).toBe(taken.length);
    for (const step of own) {
      if (!('item' in step)) continue;
      expect(taken).not.toContain(`${step.row}, lane ${step.from}`);
      expect(taken).not.toContain(`${step.row}, lane 2`);
    }
  });

  it.each([
    '/start/the-cache-explained/',
    '/wit/wasi/keyvalue/0.1.0/cache/',
    '/wit/wasi/keyvalue/latest/cache/',
  ])('stands on %s, every name a link and every step in words', (path) => {
    const html = picture(path, 'lanes');
    const links = new Set(attributes(html, 'href'));
    for (const address of DRAWN) expect(links).toContain(newestItem(packages, address)?.url);
    expect(html.match(/<li class="(message|stay) /g)?.length).toBe(steps.length);
    expect(decode(html.replace(/<[^>]+>/g, ''))).toMatch(/First caller to cache:\s+get-or-set/);
    for (const lane of LANES) expect(html).toContain(lane);
  });

  it('does not stand where things had other names', () => {
    expect(picture('/wit/wasi/keyvalue/0.0.0-2023-07-11/cache/', 'lanes')).toBe('');
  });
});

describe('the phases', () => {
  const on = (day: string) => phases(status(tracker, day), tracker);

  it.each(['2020-01-01', '2023-07-13', '2024-01-25', asOf])('hold every proposal once on %s', (day) => {
    const { phases: all, unknown } = on(day);
    const drawn = [...all.flatMap(({ proposals }) => proposals), ...unknown].map(({ id }) => id);
    expect(drawn.toSorted()).toEqual(tracker.proposals.map(({ id }) => id).toSorted());
  });

  it('hold each where the tracker says', () => {
    const { phases: all } = on(asOf);
    for (const { id, phase } of status(tracker, asOf).proposals)
      expect(all.find(({ proposals }) => proposals.some((one) => one.id === id))?.number ?? null).toBe(phase);
  });

  it('ask for what is asked on the day', () => {
    const asked = (day: string) => on(day).phases[2]?.asks.map(({ title }) => title);
    expect(asked('2026-07-20')).not.toContain('Published in a registry');
    expect(asked('2026-07-21')).toContain('Published in a registry');
    expect(asked('2023-01-01')).toEqual([]);
  });

  it.each(['/process/phases/', '/proposals/'])('are drawn on %s', (path) => {
    const links = attributes(picture(path, 'phases'), 'href').filter((url) => url.startsWith('/proposals/'));
    expect(links.toSorted()).toEqual(tracker.proposals.map(({ id }) => `/proposals/${id}/`).toSorted());
  });
});

describe('the road to the launch', () => {
  const { launched } = status(tracker, asOf).launch;
  const road = roadToLaunch(tracker, launched);
  const event = (date: string): TrackerEvent =>
    ({ kind: 'launch', date, id: date, outcome: 'passed', evidence: [] }) as unknown as TrackerEvent;

  it('has every event once', () => {
    const drawn = roadPicture(road).days.flatMap(({ asked, reached }) => [...asked, ...reached.flat()]);
    expect(drawn.map(({ id }) => id).toSorted()).toEqual(road.map(({ id }) => id).toSorted());
  });

  it('is true to time', () => {
    const days = ['2024-01-01', '2024-01-11', '2024-01-31', '2024-03-31'];
    const rows = roadPicture(days.map(event)).days.map(({ row }) => row);
    expect(rows).toEqual([1, 11, 31, 91]);
    const long = roadPicture(['2014-01-01', '2019-01-01', '2024-01-01'].map(event));
    expect(long.days.map(({ row }) => row)).toEqual([1, 76, 151]);
    expect(long.marks.map(({ day }) => day)).toContain('2016-01-01');
  });

  it('gives each day a row of its own, and reaches to the next', () => {
    const { days } = roadPicture(['2000-01-01', '2023-12-30', '2023-12-31', '2024-01-01'].map(event));
    expect(days.map(({ row }) => row)).toEqual([1, 151, 152, 153]);
    for (const [at, { row, span }] of days.slice(0, -1).entries()) expect(row + span).toBe(days[at + 1]?.row);
  });

  it('is nothing where nothing happened', () => {
    expect(roadPicture([])).toEqual({ days: [], marks: [] });
  });

  it('leads to the evidence on its page', () => {
    const html = readFileSync(join(dir, 'preview-2/launch/index.html'), 'utf8');
    const ids = attributes(html, 'id');
    const links = attributes(picture('preview-2/launch', 'road'), 'href');
    expect(links.length).toBe(road.length);
    expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe('pictures in prose', () => {
  const site = toContent(loaded, null);
  const place = '<figure data-picture="phases"></figure>';

  it('stand on a line of their own', () => {
    const parts = proseParts(
      `<p>a</p>${place}<p>b <code>${place.replace('<', '&lt;')}</code></p>`,
      '',
      site,
      '',
    );
    expect(parts.map((part) => (part === 'phases' ? part : 'text'))).toEqual(['text', 'phases', 'text']);
  });

  it('have to be known', () => {
    expect(() => proseParts(place.replace('phases', 'moon'), '', site, '')).toThrow('no picture "moon"');
  });

  it('are words in Markdown', () => {
    const read = (path: string) => readFileSync(join(dir, path), 'utf8');
    expect(read('process/phases.md')).toMatch(/\bCLI\b/);
    expect(read('start/the-cache-explained.md')).toMatch(/First caller to cache: \[`get-or-set`\]/);
  });
});
