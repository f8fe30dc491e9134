import type { Pending } from '../later.ts';
import type { Body } from './body.ts';
import { isResourceOf } from './foreign.ts';
import type { GuestState } from './guest-state.ts';
import type { InputStream } from './input-stream.ts';
import type { Pollable, Source } from './poll.ts';
import { Resource } from './resource.ts';
import { closeStream, failStream } from './stream-error.ts';
import { following, waitFor } from './wait.ts';

/** The most that one write may carry: what a host holds of a body that its backend has not yet taken. */
const MOST = 1024 * 1024;

type Done = void | Promise<void>;

/** The resource `output-stream`, into a body. A backend that is busy holds the guest back. */
export class OutputStream extends Resource implements Source {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isResourceOf(OutputStream, ['write', 'blockingWriteAndFlush'], value);
  }

  readonly #body: Body;
  #closed = false;

  constructor(guest: GuestState, body: Body) {
    super(guest);
    this.#body = body;
  }

  checkWrite(): bigint {
    return BigInt(this.#permitted());
  }

  write(contents: Uint8Array): void {
    this.#write(contents);
  }

  flush(): void {
    this.#check();
  }

  blockingFlush(): Done {
    return this.#then(() => this.#check());
  }

  /** Takes more than the 4096 bytes that a guest may count on. */
  blockingWriteAndFlush(contents: Uint8Array): Done {
    return this.#writeAndFlush(contents);
  }

  writeZeroes(len: bigint): void {
    this.#write(new Uint8Array(Number(len)));
  }

  blockingWriteZeroesAndFlush(len: bigint): Done {
    return this.#writeAndFlush(new Uint8Array(Number(len)));
  }

  splice(src: InputStream, len: bigint): bigint {
    return this.#splice(src, len);
  }

  blockingSplice(src: InputStream, len: bigint): bigint | Promise<bigint> {
    return this.#then(() => following(untilReadable(src), () => this.#splice(src, len)));
  }

  subscribe(): Pollable {
    return new this.guest.classes.Pollable(this.guest, this);
  }

  ready(): boolean {
    return this.#body.work === undefined;
  }

  pending(): Pending | undefined {
    return this.#body.work;
  }

  protected override dropped(): void {
    this.#body.finish();
  }

  #check(): void {
    if (this.#closed) closeStream();
    if (this.#body.failure) this.#fail(this.#body.failure);
  }

  #permitted(): number {
    this.#check();
    return this.#body.work ? 0 : MOST;
  }

  #write(contents: Uint8Array): void {
    if (contents.length > this.#permitted())
      throw new Error('output-stream.write: more bytes than check-write permits');
    this.#put(contents);
  }

  #writeAndFlush(contents: Uint8Array): Done {
    return this.#then(() => {
      this.#put(contents);
      return this.#then(() => this.#check());
    });
  }

  #splice(src: InputStream, len: bigint): bigint {
    const most = BigInt(this.#permitted());
    const piece = src.read(len < most ? len : most);
    this.#put(piece);
    return BigInt(piece.length);
  }

  #put(piece: Uint8Array): void {
    this.#check();
    try {
      this.#body.write(piece);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): never {
    this.#closed = true;
    failStream(this.guest, this.#body.describe(error));
  }

  #then<T>(next: () => T | Promise<T>): T | Promise<T> {
    const { work } = this.#body;
    return following(work && waitFor(this.guest, [work]), next);
  }
}

/** A stream of another host is only looked at: what it has not got yet is taken the next time. */
function untilReadable(src: InputStream): Done {
  return 'wait' in src ? src.wait() : undefined;
}
