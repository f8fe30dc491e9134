import type { Readable } from 'node:stream';
import { HostPollable, type Source, streamFailure } from './io.ts';

/** An `input-stream` over a stream of Node. It takes what is there; back-pressure is that of the stream. */
export class NodeInputStream implements Source {
  readonly #from: Readable;
  #failed: unknown;

  constructor(from: Readable) {
    this.#from = from;
    from.on('error', (error) => {
      this.#failed = error;
    });
    // Starts the filling of its buffer.
    from.on('readable', () => {});
  }

  read(length: bigint): Uint8Array {
    const most = Number(length < 65_536n ? length : 65_536n);
    if (most === 0) return new Uint8Array();
    const { readableLength } = this.#from;
    const chunk: Buffer | null = readableLength > 0 ? this.#from.read(Math.min(most, readableLength)) : null;
    if (chunk !== null) return new Uint8Array(chunk);
    if (this.#ended()) throw streamFailure(this.#failed);
    return new Uint8Array();
  }

  /** What the cache's streams call the same, when they splice from this one. */
  take(length: bigint): Uint8Array {
    return this.read(length);
  }

  async blockingRead(length: bigint): Promise<Uint8Array> {
    if (length > 0n) await this.#untilReady();
    return this.read(length);
  }

  skip(length: bigint): bigint {
    return BigInt(this.read(length).length);
  }

  async blockingSkip(length: bigint): Promise<bigint> {
    return BigInt((await this.blockingRead(length)).length);
  }

  subscribe(): HostPollable {
    return new HostPollable(this);
  }

  ready(): boolean {
    return this.#from.readableLength > 0 || this.#ended();
  }

  wait(): void | Promise<void> {
    if (this.ready()) return;
    const from = this.#from;
    // Until the end is read, a stream that is empty does not tell that it has ended.
    from.read(0);
    return new Promise((resolve) => {
      const done = () => {
        for (const event of EVENTS) from.off(event, done);
        resolve();
      };
      for (const event of EVENTS) from.on(event, done);
    });
  }

  async #untilReady(): Promise<void> {
    while (!this.ready()) await this.wait();
  }

  #ended(): boolean {
    return this.#from.readableEnded || this.#from.destroyed || this.#failed !== undefined;
  }

  [Symbol.dispose](): void {}
}

const EVENTS = ['readable', 'end', 'error', 'close'] as const;
