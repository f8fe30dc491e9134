import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHash, type Shared, toHash } from '../../src/examples/panel/share.ts';

describe('a shared link', () => {
  it('gives back what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record<Shared>({
          id: fc.string({ minLength: 1 }),
          host: fc.constantFrom('memory', 'noop', 'weakest'),
          seed: fc.integer({ min: 1 }),
          clock: fc.constantFrom('skip', 'stopped', 'real'),
          code: fc.string({ unit: 'grapheme' }),
        }),
        async (shared) => {
          expect(await fromHash(await toHash(shared))).toEqual(shared);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leaves the code out while it is the example’s own', async () => {
    const shared: Shared = { id: 'a', host: 'noop', seed: 2, clock: 'stopped' };
    const hash = await toHash(shared);
    expect(hash).toBe('#example=a&host=noop&seed=2&clock=stopped');
    expect(await fromHash(hash)).toEqual(shared);
  });

  it.each(['', '#a-heading', '#example=a&code=%%%', '#example=a&code=AAAA'])('ignores %s', async (hash) => {
    expect(await fromHash(hash)).toBeUndefined();
  });

  it('opens no link that unpacks to more than a megabyte', async () => {
    const bomb = await toHash({
      id: 'a',
      host: 'noop',
      seed: 1,
      clock: 'skip',
      code: 'a'.repeat(2 ** 20 + 1),
    });
    expect(bomb.length).toBeLessThan(10_000);
    await expect(fromHash(bomb)).rejects.toThrow('longer than 1 MB');
  });

  it('takes nothing on trust', async () => {
    expect(await fromHash('#example=a&seed=-4&clock=backwards')).toEqual({
      id: 'a',
      host: 'memory',
      seed: 1,
      clock: 'skip',
    });
  });
});
