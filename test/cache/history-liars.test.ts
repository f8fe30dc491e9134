import { expect, test } from 'vitest';
import { runHistory } from '../../src/cache-suite/history/run.ts';
import { stillArena } from '../../src/cache-suite/history/still-arena.ts';
import { LIARS } from './liars.ts';

const strict = { ordered: true, rendezvous: true };

test.each(LIARS)('the checker catches a backend that $lie', async ({ open, caughtBy }) => {
  const arena = stillArena((clock, vacancyMs) => [open(clock, vacancyMs)], strict);
  const { violations } = await runHistory(arena, { operations: 3000, seed: 5 });
  const rules = new Set(violations.map(({ rule }) => rule));
  expect([...rules].filter((rule) => caughtBy.includes(rule))).not.toEqual([]);
});
