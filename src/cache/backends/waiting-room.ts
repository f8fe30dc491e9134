import type { Clock } from '../clock.ts';
import type { Answer, Entry } from '../contract.ts';

/** What an attempt finds: the entry or the vacancy, or that another holds it for so many milliseconds more. */
export type Attempt = Entry | { tag: 'taken'; forMs: number };

/** How to wait where nobody may come and say that the time has come. */
export interface WaitingRoomOptions {
  attempt(key: string): Answer<Attempt>;
  clock: Clock;
  /** The pause before the first attempt again; each further one is twice as long, up to `maxPauseMs`. */
  minPauseMs: number;
  maxPauseMs: number;
}

interface Waiter {
  resolve(entry: Entry): void;
  reject(cause: unknown): void;
}

interface Queue {
  waiters: Waiter[];
  busy: boolean;
  /** Somebody knocked during an attempt: what it finds may be out of date. */
  knocked: boolean;
  pauseMs: number;
  cancel(): void;
}

const nothing = () => {};

/**
 * Those of one process who wait on vacancies, first come, first served. One attempt a key is under way at a time;
 * it is repeated after a knock, when the vacancy's time is over, and now and then in between, because another
 * process may not be able to knock. Only who came before an attempt takes what it finds.
 */
export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  readonly #queues = new Map<string, Queue>();

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  /** The entry, or the vacancy, or a promise of whichever comes next. */
  enter(key: string): Answer<Entry> {
    let queue = this.#queues.get(key);
    if (!queue) {
      queue = {
        waiters: [],
        busy: false,
        knocked: false,
        pauseMs: this.#options.minPauseMs,
        cancel: nothing,
      };
      const first = this.#options.attempt(key);
      if (!isPromise(first) && first.tag !== 'taken') return first;
      this.#queues.set(key, queue);
      const waiting = this.#wait(queue);
      this.#take(key, queue, first);
      return waiting;
    }
    const waiting = this.#wait(queue);
    if (!queue.busy) this.#attempt(key, queue);
    return waiting;
  }

  /** Says that a value was stored or a vacancy given back. */
  knock(key: string): void {
    const queue = this.#queues.get(key);
    if (!queue) return;
    queue.pauseMs = this.#options.minPauseMs;
    if (queue.busy) queue.knocked = true;
    else this.#attempt(key, queue);
  }

  /** Releases everybody with that error. */
  close(cause: Error): void {
    for (const queue of this.#queues.values()) {
      queue.cancel();
      for (const waiter of queue.waiters) waiter.reject(cause);
      queue.waiters = [];
    }
    this.#queues.clear();
  }

  #wait(queue: Queue): Promise<Entry> {
    return new Promise((resolve, reject) => queue.waiters.push({ resolve, reject }));
  }

  #attempt(key: string, queue: Queue): void {
    queue.cancel();
    queue.cancel = nothing;
    let found: Answer<Attempt>;
    try {
      found = this.#options.attempt(key);
    } catch (cause) {
      found = Promise.reject(cause);
    }
    this.#take(key, queue, found);
  }

  #take(key: string, queue: Queue, found: Answer<Attempt>): void {
    const present = queue.waiters.length;
    queue.busy = true;
    const settle = (outcome: Attempt | undefined) => {
      queue.busy = false;
      this.#next(key, queue, outcome);
    };
    if (!isPromise(found)) {
      hand(queue, found, present);
      settle(found);
      return;
    }
    found.then(
      (outcome) => {
        hand(queue, outcome, present);
        settle(outcome);
      },
      (cause) => {
        for (const waiter of queue.waiters.splice(0, present)) waiter.reject(cause);
        settle(undefined);
      },
    );
  }

  #next(key: string, queue: Queue, last: Attempt | undefined): void {
    if (queue.waiters.length === 0) {
      // A queue that was closed meanwhile may have been followed by another of the same key.
      if (this.#queues.get(key) === queue) this.#queues.delete(key);
      return;
    }
    if (queue.knocked || last?.tag !== 'taken') {
      queue.knocked = false;
      this.#attempt(key, queue);
      return;
    }
    const pause = Math.min(queue.pauseMs, Math.max(last.forMs, 1));
    queue.pauseMs = Math.min(queue.pauseMs * 2, this.#options.maxPauseMs);
    queue.cancel = this.#options.clock.after(pause, () => this.#attempt(key, queue));
  }
}

/** A value is for everybody who was there; a vacancy for the first. */
function hand(queue: Queue, found: Attempt, present: number): void {
  if (found.tag === 'taken') return;
  const lucky = queue.waiters.splice(0, found.tag === 'vacant' ? 1 : present);
  for (const waiter of lucky) waiter.resolve(found);
  if (found.tag === 'vacant' && lucky.length === 0) found.val.drop();
}

function isPromise<T>(answer: Answer<T>): answer is PromiseLike<T> {
  return typeof answer === 'object' && answer !== null && 'then' in answer;
}
