import { expect, it } from 'vitest';
import { agreement } from '../wit/peer/agreement.ts';
import { generatedAgreement } from '../wit/peer/generated.ts';
import { textsToMutate } from '../wit/peer/texts.ts';

it('resolves 10,000 generated packages as jco’s parser does', { timeout: 3_600_000 }, async () => {
  expect((await generatedAgreement(10_000, 1_000)).disagreements).toEqual([]);
});

it('accepts and rejects 20,000 mutated texts as the reference parser does', async () => {
  const { total, accepted, disagreements } = await agreement(textsToMutate(), 20_000, 20_230_713);
  console.log(`${total} mutants, ${accepted} accepted, ${disagreements.length} judged differently`);
  for (const { explanation, peer, problems } of disagreements) {
    console.log(`- ${explanation ?? 'unexplained'}: ${peer.message || problems[0]?.message}`);
  }
  expect(disagreements.filter(({ explanation }) => !explanation)).toEqual([]);
  expect(disagreements.length).toBeLessThan(total / 1000);
});
