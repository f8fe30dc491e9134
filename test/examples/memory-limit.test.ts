import { describe, expect, it } from 'vitest';
import { limitMemory } from '../../src/examples/build/memory-limit.ts';

/** A module with one memory of at least one page, exported with a function that grows it. */
const GROWING = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f],
  ...[3, 2, 1, 0],
  ...[5, 3, 1, 0, 1],
  ...[7, 8, 1, 4, 0x67, 0x72, 0x6f, 0x77, 0, 0],
  ...[10, 8, 1, 6, 0, 0x20, 0, 0x40, 0, 0x0b],
]);

async function grow(module: Uint8Array, pages: number): Promise<number> {
  const { instance } = await WebAssembly.instantiate(module.slice());
  return (instance.exports.grow as (pages: number) => number)(pages);
}

describe('limitMemory', () => {
  it('lets a memory grow to the limit and not beyond', async () => {
    expect(await grow(GROWING, 300)).toBe(1);
    const limited = limitMemory(GROWING, 200);
    expect(await grow(limited, 199)).toBe(1);
    expect(await grow(limited, 200)).toBe(-1);
  });

  it('leaves a module alone that has its own limit or no memory', () => {
    const limited = limitMemory(GROWING, 200);
    expect(limitMemory(limited, 500)).toBe(limited);
    const empty = GROWING.subarray(0, 8);
    expect(limitMemory(empty, 1)).toBe(empty);
  });
});
