/** A binary that ends too early, or holds what the format does not know: caught where reading begins. */
export class Malformed extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A cursor over bytes; every read checks that the bytes are there. */
export class Bytes {
  readonly #bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    this.#bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  byte(): number {
    const byte = this.at < this.end ? this.#bytes[this.at] : undefined;
    if (byte === undefined) throw new Malformed(`expected another byte at ${this.at}`);
    this.at += 1;
    return byte;
  }

  /** An unsigned number in LEB128, of at most 32 bits. */
  u32(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Malformed(`expected a number of 32 bits at ${this.at}`);
  }

  text(): string {
    const length = this.u32();
    const from = this.#take(length);
    try {
      return decoder.decode(this.#bytes.subarray(from, from + length));
    } catch {
      throw new Malformed(`expected a name in UTF-8 at ${from}`);
    }
  }

  /** The next bytes as a cursor of their own, which this one then stands behind. */
  part(length: number): Bytes {
    const from = this.#take(length);
    return new Bytes(this.#bytes, from, from + length);
  }

  /** A list with its length in front. */
  list<T>(item: () => T): T[] {
    const items: T[] = [];
    for (let left = this.u32(); left > 0; left--) items.push(item());
    return items;
  }

  #take(length: number): number {
    const from = this.at;
    if (length > this.end - from) throw new Malformed(`expected ${length} bytes at ${from}`);
    this.at = from + length;
    return from;
  }
}
