import type { Writable } from 'node:stream';
import type { NodeInputStream } from './input-stream.ts';
import { HostPollable, type Source, streamFailure } from './io.ts';

/** What one write may carry. */
const MOST = 65_536;

/** An `output-stream` over a stream of Node, which holds the guest back while its reader is slow. */
export class NodeOutputStream implements Source {
  readonly #to: Writable;
  readonly #onDrop: () => void;
  #failed: unknown;

  constructor(to: Writable, onDrop: () => void = () => {}) {
    this.#to = to;
    this.#onDrop = onDrop;
    to.on('error', (error) => {
      this.#failed = error;
    });
  }

  checkWrite(): bigint {
    this.#check();
    return this.#to.writableNeedDrain ? 0n : BigInt(MOST);
  }

  write(contents: Uint8Array): void {
    this.#check();
    // The guest's memory goes on changing.
    this.#to.write(contents.slice());
  }

  flush(): void {
    this.#check();
  }

  async blockingFlush(): Promise<void> {
    this.#check();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#to.once('close', resolve);
    this.#to.write(new Uint8Array(), () => resolve());
    await promise;
    this.#to.off('close', resolve);
    this.#check();
  }

  async blockingWriteAndFlush(contents: Uint8Array): Promise<void> {
    this.write(contents);
    await this.blockingFlush();
  }

  writeZeroes(length: bigint): void {
    this.write(new Uint8Array(Number(length)));
  }

  async blockingWriteZeroesAndFlush(length: bigint): Promise<void> {
    await this.blockingWriteAndFlush(new Uint8Array(Number(length)));
  }

  splice(from: NodeInputStream, length: bigint): bigint {
    const most = this.checkWrite();
    const piece = from.read(length < most ? length : most);
    this.write(piece);
    return BigInt(piece.length);
  }

  async blockingSplice(from: NodeInputStream, length: bigint): Promise<bigint> {
    while (!this.ready()) await this.wait();
    const most = BigInt(MOST);
    const piece = await from.blockingRead(length < most ? length : most);
    this.write(piece);
    return BigInt(piece.length);
  }

  subscribe(): HostPollable {
    return new HostPollable(this);
  }

  ready(): boolean {
    return !this.#to.writableNeedDrain || this.#closed();
  }

  wait(): void | Promise<void> {
    if (this.ready()) return;
    return new Promise((resolve) => {
      const done = () => {
        for (const event of EVENTS) this.#to.off(event, done);
        resolve();
      };
      for (const event of EVENTS) this.#to.on(event, done);
    });
  }

  #closed(): boolean {
    return this.#to.destroyed || this.#to.writableEnded || this.#failed !== undefined;
  }

  #check(): void {
    if (this.#closed()) throw streamFailure(this.#failed);
  }

  [Symbol.dispose](): void {
    this.#onDrop();
  }
}

const EVENTS = ['drain', 'error', 'close'] as const;
