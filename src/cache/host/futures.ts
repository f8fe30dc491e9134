import type { Entry, Value } from '../contract.ts';
import { Later, type Outcome, type Pending } from '../later.ts';
import { describe, type KeyvalueError } from './failure.ts';
import { type GuestState, HoldsTooMuch } from './guest-state.ts';
import type { IncomingValue } from './incoming-value.ts';
import type { Pollable, Source } from './poll.ts';
import { Resource } from './resource.ts';
import type { VacancyResource } from './vacancy-resource.ts';

/** The result type of the component model, as jco writes it where it is not thrown. */
export type Result<T> = { tag: 'ok'; val: T } | { tag: 'err'; val: KeyvalueError };

/** The state of a future whose value was given away. */
const TAKEN = { ok: false, error: 'the result was taken before' } as const;

abstract class Future<T> extends Resource implements Source {
  readonly #operation: string;
  protected readonly key: string;
  #answer: Outcome<T> | Later<T>;

  constructor(guest: GuestState, operation: string, key: string, answer: Outcome<T> | Later<T>) {
    super(guest);
    this.#operation = operation;
    this.key = key;
    this.#answer = answer;
  }

  ready(): boolean {
    return this.look() !== undefined;
  }

  pending(): Pending | undefined {
    return this.#answer instanceof Later ? this.#answer : undefined;
  }

  protected look(): Outcome<T> | undefined {
    if (!(this.#answer instanceof Later)) return this.#answer;
    const outcome = this.#answer.look();
    if (outcome) this.#answer = outcome;
    return outcome;
  }

  /** None, or the result, with the value as the guest shall see it. */
  protected result<R>(present: (value: T) => R): Result<R> | undefined {
    const outcome = this.look();
    if (!outcome) return undefined;
    if (!outcome.ok) return this.#failed(outcome.error);
    try {
      return { tag: 'ok', val: present(outcome.value) };
    } catch (error) {
      if (error instanceof HoldsTooMuch) return this.#failed(error);
      throw error;
    }
  }

  #failed(error: unknown): { tag: 'err'; val: KeyvalueError } {
    const text = describe(this.#operation, this.key, error);
    return { tag: 'err', val: new this.guest.classes.KeyvalueError(this.guest, text) };
  }

  /** The same for a value that can be given away only once. */
  protected resultOnce<R>(present: (value: T) => R): Result<R> | undefined {
    const result = this.result(present);
    if (result?.tag === 'ok') this.#answer = TAKEN;
    return result;
  }

  protected listen(): Pollable {
    return new this.guest.classes.Pollable(this.guest, this);
  }

  /** What becomes of an answer, now or later, that nobody has taken. */
  protected discard(unwanted: (value: T) => void): void {
    const answer = this.#answer;
    if (answer instanceof Later) {
      answer.listen((outcome) => outcome.ok && unwanted(outcome.value));
      answer.forget();
    }
    if (!(answer instanceof Later) && answer.ok) unwanted(answer.value);
  }
}

const itself = <T>(value: T): T => value;

/** A value as its guest gets it; it counts among the bytes that the guest holds. */
function incoming(guest: GuestState, key: string, value: Value): IncomingValue {
  if (value instanceof Uint8Array) guest.countBytes(value.length);
  return new guest.classes.IncomingValue(guest, key, value);
}

/** The answer to a `get`. */
export class FutureGetResult extends Future<Value | undefined> {
  futureGetResultGet(): Result<IncomingValue | undefined> | undefined {
    return this.resultOnce((value) => value && incoming(this.guest, this.key, value));
  }

  listenToFutureGetResult(): Pollable {
    return this.listen();
  }
}

/** The answer to an `exists`. */
export class FutureExistsResult extends Future<boolean> {
  futureExistsResultGet(): Result<boolean> | undefined {
    return this.result(itself);
  }

  listenToFutureExistsResult(): Pollable {
    return this.listen();
  }
}

/** The end of a `set` or `delete`. */
export class FutureResult extends Future<void> {
  futureResultGet(): Result<void> | undefined {
    return this.result(itself);
  }

  listenToFutureResult(): Pollable {
    return this.listen();
  }
}

/** What `get-or-set` found, as its guest sees it. */
export type GuestEntry = { tag: 'occupied'; val: IncomingValue } | { tag: 'vacant'; val: VacancyResource };

/** The answer to a `get-or-set`. A vacancy that nobody takes out of it is given back when it is dropped. */
export class FutureGetOrSetResult extends Future<Entry> {
  /** Whether it counts as one who waits. */
  #waits = false;

  constructor(guest: GuestState, operation: string, key: string, answer: Outcome<Entry> | Later<Entry>) {
    super(guest, operation, key, answer);
    guest.held.add(this);
    if (!(answer instanceof Later)) return;
    guest.waiters += 1;
    this.#waits = true;
    answer.listen(() => this.#waitsNoMore());
  }

  #waitsNoMore(): void {
    if (this.#waits) this.guest.waiters -= 1;
    this.#waits = false;
  }

  futureGetOrSetResultGet(): Result<GuestEntry> | undefined {
    const { guest } = this;
    const result = this.resultOnce((entry): GuestEntry => {
      if (entry.tag === 'occupied') return { tag: 'occupied', val: incoming(guest, this.key, entry.val) };
      return { tag: 'vacant', val: new guest.classes.Vacancy(guest, this.key, entry.val) };
    });
    if (result) guest.held.delete(this);
    return result;
  }

  listenToFutureGetOrSetResult(): Pollable {
    return this.listen();
  }

  giveBack(): void {
    this.#waitsNoMore();
    this.discard((entry) => entry.tag === 'vacant' && entry.val.drop());
  }

  protected override dropped(): void {
    if (this.guest.held.delete(this)) this.giveBack();
  }
}
