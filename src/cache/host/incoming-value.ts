import type { Value } from '../contract.ts';
import { readAll } from '../read-all.ts';
import { describe, fail } from './failure.ts';
import type { GuestState } from './guest-state.ts';
import type { InputStream } from './input-stream.ts';
import { Resource } from './resource.ts';
import { settle } from './wait.ts';

/** The resource `incoming-value`: a body that is consumed once. */
export class IncomingValue extends Resource {
  readonly #key: string;
  readonly #value: Value;
  #consumed = false;

  constructor(guest: GuestState, key: string, value: Value) {
    super(guest);
    this.#key = key;
    this.#value = value;
  }

  protected override dropped(): void {
    if (this.#value instanceof Uint8Array) this.guest.countBytes(-this.#value.length);
  }

  incomingValueConsumeSync(): Uint8Array | Promise<Uint8Array> {
    const value = this.#consume('incoming-value-consume-sync');
    if (value instanceof Uint8Array) return value;
    return settle(
      this.guest,
      () => readAll(value),
      (error) => fail(this.guest, describe('incoming-value-consume-sync', this.#key, error)),
    );
  }

  incomingValueConsumeAsync(): InputStream {
    const value = this.#consume('incoming-value-consume-async');
    return new this.guest.classes.InputStream(this.guest, this.#key, value);
  }

  incomingValueSize(): bigint {
    const value = this.#value;
    return BigInt(value instanceof Uint8Array ? value.length : value.size);
  }

  #consume(operation: string): Value {
    if (this.#consumed) fail(this.guest, describe(operation, this.#key, 'the body was consumed before'));
    this.#consumed = true;
    return this.#value;
  }
}
