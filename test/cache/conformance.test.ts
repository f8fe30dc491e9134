import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weakest } from '../../src/cache/backends/weakest.ts';
import {
  conformance,
  type Judgement,
  onManualClock,
  ROWS,
  subjects,
} from '../../src/cache-suite/conformance/index.ts';
import { type RedisServer, startRedis } from '../../src/cache-suite/faults/redis-server.ts';
import { redisSubject, sqliteSubject } from '../../src/cache-suite/node-subjects.ts';

const failed = (judgements: Judgement[]) =>
  judgements
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ host, id, detail }) => `${host} ${id}: ${detail}`);

/** The anchors of a page's headings. */
const headings = (page: string) =>
  [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe.each(ROWS)('$id', (row) => {
  test('is kept, or differs by right, on every backend', async () => {
    const judgements = await conformance([...subjects(), sqliteSubject(), redisSubject(server.url)], [row]);
    expect(judgements.map(({ host }) => host)).toEqual(['noop', 'memory', 'weakest', 'sqlite', 'redis']);
    expect(failed(judgements)).toEqual([]);
  });

  test('is from a source that exists', async () => {
    const { source } = row;
    if ('meeting' in source) {
      const minutes = await readFile(`content/meetings/${source.meeting}.md`, 'utf8');
      expect(minutes).toContain(source.quote);
    } else if ('decision' in source) {
      const decisions = await readFile('content/docs/cache/open-questions.md', 'utf8');
      expect(headings(decisions)).toContain(source.decision);
    } else {
      expect(source.wit).toMatch(/^wasi:(keyvalue|io)\/[a-z-]+(\.[a-z-]+)*$/);
    }
  });
});

test('every decision is tried by a row, which its text names', async () => {
  const page = await readFile('content/docs/cache/open-questions.md', 'utf8');
  const tried = ROWS.flatMap(({ source }) => ('decision' in source ? [source.decision] : []));
  expect([...new Set(tried)].sort()).toEqual(headings(page).sort());
  const named = [...page.matchAll(/^Tried by (.*)\.$/gm)].flatMap(([, list = '']) =>
    list.match(/[a-z-]+\/[a-z-]+/g),
  );
  expect(ROWS.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
});

test('rows have ids of their own', () => {
  expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
});

test('the no-op cache differs where it says so, and nowhere else', async () => {
  const [noop] = subjects();
  const judgements = await conformance(noop ? [noop] : []);
  const { backend } = (await noop?.open(1)) ?? {};
  const differs = judgements.filter(({ verdict }) => verdict === 'allowed').map(({ id }) => id);
  expect(differs.sort()).toEqual(Object.keys(backend?.deviations ?? {}).sort());
});

test('the weakest cache breaks no promise, whatever its seed, and makes use of every freedom', async () => {
  const seeds = Array.from({ length: 12 }, (_, index) => 100 + index);
  const judgements = await conformance(
    seeds.map((seed) => onManualClock(`weakest ${seed}`, (clock) => weakest({ clock, seed }))),
  );
  expect(failed(judgements)).toEqual([]);
  const used = new Set(judgements.filter(({ verdict }) => verdict === 'allowed').map(({ id }) => id));
  expect([...used].sort()).toEqual(Object.keys(weakest({ seed: 1 }).deviations ?? {}).sort());
});
