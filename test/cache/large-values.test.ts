import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { cacheHost, manualClock, memory } from '../../src/cache/index.ts';
import { drop, TestGuest } from '../../src/cache-suite/conformance/test-guest.ts';

const MIB = 1024 * 1024;
const SIZE = 64 * MIB;
const PIECE = 64 * 1024;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** The bytes of all buffers that are still in use. */
function inUse(): number {
  // Buffers are freed by a second collection, which the first one makes possible.
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

const byteAt = (offset: number) => (offset * 31 + (offset >> 16)) & 0xff;

test.each(['set before its body', 'set after its body'])(
  'a value of 64 MiB is streamed in and out and stands in memory once: %s',
  async (order) => {
    const guest = new TestGuest(cacheHost({ backend: memory({ clock: manualClock() }), suspends: true }));
    const before = inUse();
    let most = 0;
    const look = () => {
      most = Math.max(most, inUse() - before);
    };

    const value = guest.newValue();
    const early = order === 'set before its body' ? guest.store('key', value) : undefined;
    const output = value.outgoingValueWriteBodyAsync();
    for (let at = 0; at < SIZE; at += PIECE) {
      const piece = new Uint8Array(PIECE);
      for (let index = 0; index < PIECE; index += 1) piece[index] = byteAt(at + index);
      await output.blockingWriteAndFlush(piece);
      if (at % (16 * MIB) === 0) look();
    }
    drop(output);
    await (early ?? guest.store('key', value));
    look();

    const found = await guest.taken(guest.cache.get('key'));
    expect(found?.incomingValueSize()).toBe(BigInt(SIZE));
    const input = found?.incomingValueConsumeAsync();
    let offset = 0;
    while (input && offset < SIZE) {
      const piece = await input.blockingRead(BigInt(PIECE));
      for (let index = 0; index < piece.length; index += 1013)
        if (piece[index] !== byteAt(offset + index)) throw new Error(`byte ${offset + index} differs`);
      offset += piece.length;
      if (offset % (16 * MIB) === 0) look();
    }
    expect(offset).toBe(SIZE);
    expect(() => input?.read(1n)).toThrow('the stream is closed');
    expect(most).toBeGreaterThanOrEqual(SIZE);
    expect(most).toBeLessThan(SIZE + 8 * MIB);
  },
);
