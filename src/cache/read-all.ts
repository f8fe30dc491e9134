import type { Answer, LargeValue, Value } from './contract.ts';
import { isPromise } from './later.ts';

/** All bytes of a value, in one piece. */
export function readAll(value: Value): Answer<Uint8Array> {
  return value instanceof Uint8Array ? value : readFrom(value, new Uint8Array(value.size), 0);
}

function readFrom(value: LargeValue, bytes: Uint8Array, start: number): Answer<Uint8Array> {
  let at = start;
  while (at < bytes.length) {
    const piece = value.read(at, bytes.length - at);
    if (isPromise(piece)) {
      return piece.then((read) => {
        bytes.set(read, at);
        return readFrom(value, bytes, at + read.length);
      });
    }
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
