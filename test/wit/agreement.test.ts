import { expect, it } from 'vitest';
import { agreement } from './peer/agreement.ts';
import { textsToMutate } from './peer/texts.ts';

it('accepts and rejects 2,000 mutated texts as the reference parser does', { timeout: 120_000 }, async () => {
  const { total, accepted, disagreements } = await agreement(textsToMutate(), 2_000, 1);
  expect(total).toBe(2_000);
  // Mutants that are accepted show that the mutations do not just break everything.
  expect(accepted).toBeGreaterThan(50);
  expect(disagreements.filter(({ explanation }) => !explanation)).toEqual([]);
  expect(disagreements.length).toBeLessThanOrEqual(total / 1000);
});
