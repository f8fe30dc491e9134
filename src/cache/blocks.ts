import type { LargeValue, Sink, Value } from './contract.ts';

const BLOCK = 64 * 1024;

/** A sink that gathers its pieces in blocks of one size, so that a large value stands in memory once. */
export function blocks(store: (value: Value) => void): Sink {
  const full: Uint8Array[] = [];
  let block = new Uint8Array();
  let used = 0;
  let ended = false;
  return {
    write(piece) {
      for (let at = 0; at < piece.length; ) {
        if (used === block.length) {
          if (used > 0) full.push(block);
          block = new Uint8Array(BLOCK);
          used = 0;
        }
        const part = piece.subarray(at, at + block.length - used);
        block.set(part, used);
        used += part.length;
        at += part.length;
      }
    },
    finish() {
      if (ended) return;
      ended = true;
      const last = block.slice(0, used);
      store(full.length === 0 ? last : inBlocks([...full, last]));
    },
    abandon() {
      ended = true;
      full.length = 0;
    },
  };
}

/** A value in blocks, all of which but the last are full. */
function inBlocks(list: Uint8Array[]): LargeValue {
  const size = list.reduce((sum, { length }) => sum + length, 0);
  return {
    size,
    read(offset, length) {
      const start = offset % BLOCK;
      return (list[Math.floor(offset / BLOCK)] ?? new Uint8Array()).subarray(start, start + length);
    },
  };
}
