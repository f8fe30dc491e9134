import { CacheError } from '../failure.js';
import { bytes, text } from '../text.js';

/** A value that came from the cache: the draft's pair of a stream and a future, read once. */
export class Value {
  #stream;
  #whole;

  constructor([stream, whole]) {
    this.#stream = stream;
    this.#whole = whole;
  }

  /** The pair itself: `const [stream, whole] = value`. */
  *[Symbol.iterator]() {
    yield this.#stream;
    yield this.#whole;
  }

  /** Its pieces, as they come; throws after the last where they are not the whole. */
  async *[Symbol.asyncIterator]() {
    let isRead = false;
    try {
      for await (const piece of this.#stream) yield piece;
      isRead = true;
      const { tag, val } = await this.#whole.read();
      if (tag === 'err') throw new CacheError({ trace: () => val.trace });
    } finally {
      if (!isRead) this.drop();
    }
  }

  /** All its bytes. */
  async bytes() {
    const pieces = [];
    for await (const piece of this) pieces.push(piece);
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  async text() {
    return text(await this.bytes());
  }

  /** For a reader that has enough. */
  drop() {
    this.#stream.drop();
    this.#whole.drop();
  }

  [Symbol.dispose]() {
    this.drop();
  }
}

/**
 * What a program stores, as the draft's pair: bytes, text, a value, or anything that gives bytes piece by piece.
 * Where that throws, the pair says that it is not whole, and `failure` gives what was thrown.
 */
export function outgoing(name, source) {
  const pieces = piecesOf(name, source);
  let thrown;
  let settle;
  const whole = new Promise((resolve) => {
    settle = resolve;
  });
  async function* written() {
    try {
      for await (const piece of pieces) yield checkPiece(name, piece);
      settle({ tag: 'ok' });
    } catch (error) {
      thrown = error;
    } finally {
      settle({ tag: 'err', val: { trace: thrown ? String(thrown) : 'its reader has left' } });
    }
  }
  const { readable } = wit.Stream.from(written(), wit.Stream.U8);
  const end = wit.Future.from(whole, wit.Future.RESULT_VOID_ERROR).readable;
  return { pair: [readable, end], failure: () => thrown };
}

function piecesOf(name, source) {
  if (typeof source === 'string') return [bytes(source)];
  if (source instanceof Uint8Array) return [source];
  if (source?.[Symbol.asyncIterator] || source?.[Symbol.iterator]) return source;
  throw new TypeError(`${name}: expected a Uint8Array, such as bytes(text), or pieces of that kind`);
}

function checkPiece(name, piece) {
  if (piece instanceof Uint8Array) return piece;
  throw new TypeError(`${name}: expected each piece to be a Uint8Array, such as bytes(text)`);
}
