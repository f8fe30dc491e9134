import { expect, it } from 'vitest';
import { generatedAgreement } from './peer/generated.ts';

it('resolves generated worlds, includes, gates and labels as jco’s parser does', {
  timeout: 120_000,
}, async () => {
  const { accepted, rejected, worlds, disagreements } = await generatedAgreement(250, 1);
  expect(disagreements).toEqual([]);
  // Both answers are common, and there are worlds to compare: else the generator tries nothing.
  expect(Math.min(accepted, rejected, worlds)).toBeGreaterThan(40);
});
