import { systemClock } from '../clock.ts';
import type { Entry, HostOptions } from '../contract.ts';
import { classesFor } from '../host/classes.ts';
import { GuestState } from '../host/guest-state.ts';
import { limitsOf } from '../limits.ts';
import { type Answers, answersOf } from './answers.ts';
import { AsyncVacancy } from './async-vacancy.ts';
import { failure } from './failure.ts';
import { type OutgoingBody, outgoingBody } from './outgoing-body.ts';
import { type IncomingBody, storeBody } from './store-body.ts';
import { traced } from './traced.ts';

/** What `get-or-set` gives. */
export type AsyncEntry = { tag: 'occupied'; val: OutgoingBody } | { tag: 'vacant'; val: AsyncVacancy };

/** The functions of the draft `witness:async-cache/cache`, as jco takes them: an error is thrown, with its payload. */
export interface AsyncCache {
  get(key: string): Promise<OutgoingBody | undefined>;
  exists(key: string): Promise<boolean>;
  set(key: string, value: IncomingBody, ttlMs: number | undefined): Promise<void>;
  delete(key: string): Promise<void>;
  getOrSet(key: string): Promise<AsyncEntry>;
  Vacancy: typeof AsyncVacancy;
}

/** A host of the draft of the cache for WASI 0.3, for one guest. */
export interface AsyncCacheHost {
  /** The interface under its name, without its version and with it. */
  imports: Record<'witness:async-cache/cache' | 'witness:async-cache/cache@0.1.0-draft', AsyncCache>;
  /** How many values and vacancies the guest has open. */
  readonly handles: number;
  /** Gives back what the guest holds, and ends its calls with an error. The backend stays open. */
  close(): void;
}

/** Makes a host of the draft for one guest. It shares its backend with any number of hosts, of either shape. */
export function asyncCacheHost(options: Omit<HostOptions, 'suspends'>): AsyncCacheHost {
  const { backend, clock = systemClock, trace } = options;
  const guest: GuestState = new GuestState({
    backend,
    limits: limitsOf(options.limits),
    suspends: true,
    classes: classesFor(() => guest),
    clock,
  });
  const cache = functionsOf(guest, answersOf(guest));
  const face = trace ? traced(cache, clock, trace) : cache;
  return {
    imports: { 'witness:async-cache/cache': face, 'witness:async-cache/cache@0.1.0-draft': face },
    get handles() {
      return guest.handles;
    },
    close: () => guest.close(),
  };
}

function functionsOf(guest: GuestState, answers: Answers): AsyncCache {
  return {
    async get(key) {
      const value = await answers.of('get', key, (backend) => backend.get(key));
      return value && outgoingBody(guest, 'get', key, value);
    },
    exists: (key) => answers.of('exists', key, (backend) => backend.exists(key)),
    set: (key, value, ttlMs) =>
      storeBody(guest, { operation: 'set', key, value, refusal: answers.refusal(key) }, (backend) => ({
        whole: (bytes) => backend.set(key, bytes, ttlMs),
        stream: () => backend.stream(key, ttlMs),
        abandon() {},
      })),
    delete: (key) => answers.of('delete', key, (backend) => backend.delete(key)),
    async getOrSet(key) {
      const { waiters } = guest.limits;
      if (guest.waiters >= waiters)
        throw failure('get-or-set', key, `${waiters} calls of get-or-set wait, and no more may`);
      guest.waiters += 1;
      try {
        const entry = await answers.of('get-or-set', key, (backend) => backend.getOrSet(key), dropVacancy);
        return present(guest, key, entry);
      } finally {
        guest.waiters -= 1;
      }
    },
    Vacancy: AsyncVacancy,
  };
}

function present(guest: GuestState, key: string, entry: Entry): AsyncEntry {
  return entry.tag === 'occupied'
    ? { tag: 'occupied', val: outgoingBody(guest, 'get-or-set', key, entry.val) }
    : { tag: 'vacant', val: new AsyncVacancy(guest, key, entry.val) };
}

function dropVacancy(entry: Entry): void {
  if (entry.tag === 'vacant') entry.val.drop();
}
