import { expect, test } from 'vitest';
import { manualSetup } from '../../src/cache-suite/history/manual-setup.ts';
import { runHistory } from '../../src/cache-suite/history/run.ts';
import { FAULTY_BACKENDS } from './faulty-backends.ts';

const strict = { ordered: true, exclusive: true };

test.each(FAULTY_BACKENDS)('the checker catches a backend that $fault', async ({ open, caughtBy }) => {
  const setup = manualSetup((clock, vacancyMs) => [open(clock, vacancyMs)], strict);
  const { violations } = await runHistory(setup, { operations: 3000, seed: 5 });
  const rules = new Set(violations.map(({ rule }) => rule));
  expect([...rules].filter((rule) => caughtBy.includes(rule))).not.toEqual([]);
});
