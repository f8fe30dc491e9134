import type { Clock } from '../clock.ts';
import type { Backend, Limits } from '../contract.ts';
import type { Later } from '../later.ts';
import type { Classes } from './classes.ts';
import { LimitedWait } from './limited-wait.ts';

export interface GuestOptions {
  backend: Backend;
  limits: Limits;
  /** Whether a call may return a promise instead of failing because it has to wait. */
  suspends: boolean;
  /** The classes of this host's resources. */
  classes: Classes;
  clock: Clock;
}

const nothing = () => {};

/** The guest has too much open to be given more. */
export class HoldsTooMuch extends Error {}

/** What a host keeps for its guest: what it may use, and what it holds. */
export class GuestState {
  readonly backend: Backend;
  readonly limits: Limits;
  readonly suspends: boolean;
  readonly classes: Classes;
  readonly #clock: Clock;
  /** The number of resources that the guest has not dropped. */
  handles = 0;
  /** The calls of get-or-set without an answer. */
  waiters = 0;
  /** What others wait for, or a backend keeps open, until the guest gives it back. */
  readonly held = new Set<{ giveBack(): void }>();
  /** Why nothing can begin any more. */
  #closed: string | undefined;
  #heldBytes = 0;
  readonly #waits = new Set<{ end(reason: string): void }>();
  readonly #callOffDeadline: () => void;

  constructor({ backend, limits, suspends, classes, clock }: GuestOptions) {
    this.backend = backend;
    this.limits = limits;
    this.suspends = suspends;
    this.classes = classes;
    this.#clock = clock;
    const { deadlineMs } = limits;
    const over = () => this.close(`the guest's time of ${deadlineMs} ms is over`);
    this.#callOffDeadline = Number.isFinite(deadlineMs) ? clock.after(deadlineMs, over) : nothing;
  }

  /** Why no operation can begin now, if that is so. */
  refusal(): string | undefined {
    if (this.#closed) return this.#closed;
    if (this.handles >= this.limits.handles)
      return `${this.limits.handles} handles are open, and no more may be`;
    return undefined;
  }

  get closed(): string | undefined {
    return this.#closed;
  }

  /** An answer that ends in time, where there are limits of time. */
  limited<T>(answer: Later<T>, unwanted: (value: T) => void = nothing): Later<T> {
    const { waitMs, deadlineMs } = this.limits;
    if (answer.look() || !(Number.isFinite(waitMs) || Number.isFinite(deadlineMs))) return answer;
    const wait = new LimitedWait(answer, { clock: this.#clock, ms: waitMs }, unwanted);
    this.#waits.add(wait);
    wait.listen(() => this.#waits.delete(wait));
    return wait;
  }

  /** Counts bytes that it now holds, or, below zero, holds no more. Throws, and counts nothing, beyond the limit. */
  countBytes(bytes: number): void {
    const { heldBytes } = this.limits;
    if (bytes > 0 && this.#heldBytes + bytes > heldBytes)
      throw new HoldsTooMuch(`the guest would hold more than ${heldBytes} bytes of values`);
    this.#heldBytes += bytes;
  }

  /** Gives back all that the guest holds, and ends what it waits for. */
  close(reason = 'the host of this guest is closed'): void {
    this.#closed ??= reason;
    this.#callOffDeadline();
    for (const thing of this.held) thing.giveBack();
    this.held.clear();
    for (const wait of this.#waits) wait.end(reason);
  }
}
