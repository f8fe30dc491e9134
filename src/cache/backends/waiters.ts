import type { Clock } from '../clock.ts';
import type { Answer, Entry } from '../contract.ts';
import { isPromise, type Outcome } from '../later.ts';
import { Waiter } from '../waiter.ts';

/** What an attempt finds: the entry or the vacancy, or that another holds it for so many milliseconds more. */
export type Attempt = Entry | { tag: 'taken'; forMs: number };

/** How to ask again for what another process may free without telling this one. */
export interface WaitersOptions {
  attempt(key: string): Answer<Attempt>;
  clock: Clock;
  /** The pause before the first attempt again; each further one is twice as long, up to `maxPauseMs`. */
  minPauseMs: number;
  maxPauseMs: number;
}

interface Queue {
  waiters: Set<Waiter>;
  /** How many ever came. */
  count: number;
  busy: boolean;
  /** `wake` was called during an attempt: what it finds may be out of date. */
  woken: boolean;
  pauseMs: number;
  cancel(): void;
}

const nothing = () => {};

/**
 * Those of one process who wait on vacancies, first come, first served. One attempt a key is under way at a time;
 * it is repeated when `wake` is called, when the vacancy's time is over, and now and then in between, because another
 * process may not be able to call `wake`. Only who came before an attempt takes what it finds.
 */
export class Waiters {
  readonly #options: WaitersOptions;
  readonly #queues = new Map<string, Queue>();
  /** Keeps the process alive while somebody waits: the clock's timers need not. */
  #keepAlive: NodeJS.Timeout | undefined;

  constructor(options: WaitersOptions) {
    this.#options = options;
  }

  /** The entry, or the vacancy, or a wait for whichever comes next. */
  wait(key: string): Answer<Entry> {
    const queue = this.#queues.get(key);
    if (queue) {
      const waiter = come(queue);
      if (!queue.busy) this.#attempt(key, queue);
      return waiter;
    }
    const found = this.#options.attempt(key);
    if (!isPromise(found) && found.tag !== 'taken') return found;
    const opened: Queue = {
      waiters: new Set(),
      count: 0,
      busy: false,
      woken: false,
      pauseMs: this.#options.minPauseMs,
      cancel: nothing,
    };
    this.#queues.set(key, opened);
    this.#keepAlive ??= setInterval(nothing, 1_000_000);
    const waiter = come(opened);
    this.#await(key, opened, found);
    return waiter;
  }

  /** Says that a value was stored or a vacancy given back. */
  wake(key: string): void {
    const queue = this.#queues.get(key);
    if (!queue) return;
    queue.pauseMs = this.#options.minPauseMs;
    if (queue.busy) queue.woken = true;
    else this.#attempt(key, queue);
  }

  /** Releases everybody with that error. */
  close(cause: Error): void {
    for (const queue of this.#queues.values()) {
      queue.cancel();
      leave(queue, queue.count, { ok: false, error: cause });
    }
    this.#queues.clear();
    this.#idleWhenEmpty();
  }

  #disband(key: string, queue: Queue): void {
    // A queue that was closed meanwhile may have been followed by another of the same key.
    if (this.#queues.get(key) === queue) this.#queues.delete(key);
    this.#idleWhenEmpty();
  }

  #idleWhenEmpty(): void {
    if (this.#queues.size > 0) return;
    clearInterval(this.#keepAlive);
    this.#keepAlive = undefined;
  }

  #attempt(key: string, queue: Queue): void {
    queue.cancel();
    queue.cancel = nothing;
    // A vacancy taken for nobody would be dropped, and the drop would wake this queue again.
    if (queue.waiters.size === 0) {
      this.#disband(key, queue);
      return;
    }
    try {
      this.#await(key, queue, this.#options.attempt(key));
    } catch (error) {
      this.#settle(key, queue, queue.count, { ok: false, error });
    }
  }

  #await(key: string, queue: Queue, found: Answer<Attempt>): void {
    const present = queue.count;
    const settle = (outcome: Outcome<Attempt>) => this.#settle(key, queue, present, outcome);
    if (isPromise(found)) {
      queue.busy = true;
      found.then(
        (value) => settle({ ok: true, value }),
        (error) => settle({ ok: false, error }),
      );
    } else {
      settle({ ok: true, value: found });
    }
  }

  #settle(key: string, queue: Queue, present: number, outcome: Outcome<Attempt>): void {
    queue.busy = false;
    const taken = outcome.ok && outcome.value.tag === 'taken' ? outcome.value : undefined;
    if (!taken) leave(queue, present, outcome as Outcome<Entry>);
    if (queue.waiters.size === 0) {
      this.#disband(key, queue);
    } else if (queue.woken || !taken) {
      queue.woken = false;
      this.#attempt(key, queue);
    } else {
      const pause = Math.min(queue.pauseMs, Math.max(taken.forMs, 1));
      queue.pauseMs = Math.min(queue.pauseMs * 2, this.#options.maxPauseMs);
      queue.cancel = this.#options.clock.after(pause, () => this.#attempt(key, queue));
    }
  }
}

function come(queue: Queue): Waiter {
  queue.count += 1;
  return new Waiter(queue.waiters, queue.count);
}

/** A value, or an error, is for everybody who was there; a vacancy for the first who still wants it. */
function leave(queue: Queue, present: number, outcome: Outcome<Entry>): void {
  const isVacancy = outcome.ok && outcome.value.tag === 'vacant';
  for (const waiter of queue.waiters) {
    if (waiter.number > present && !isVacancy) break;
    queue.waiters.delete(waiter);
    if (outcome.ok) waiter.resolve(outcome.value);
    else waiter.reject(outcome.error);
    if (isVacancy) return;
  }
  if (outcome.ok && outcome.value.tag === 'vacant') outcome.value.val.drop();
}
