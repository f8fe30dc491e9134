import { REMOVED } from '../../cache/backends/removed.ts';
import type { Answer, Backend, Entry, Sink, Vacancy, Value } from '../../cache/contract.ts';
import { LOST } from '../../cache/local-vacancies.ts';
import type { Random } from '../../cache/random.ts';
import { readAll } from '../../cache/read-all.ts';
import type { Call, Outcome } from './call.ts';
import type { Recorder } from './recorder.ts';
import { MIN_SIZE, valueFor, writerOfValue } from './values.ts';

/** Few enough to meet on, and unpleasant enough to show a store that mixes names up. */
export const KEYS = ['a', 'b', 'A', '', '}{', 'a:b', 'ключ\u0000', '🗝️ '] as const;

export interface ClientOptions {
  number: number;
  backend: Backend;
  recorder: Recorder;
  random: Random;
  /** How many operations all clients together may still begin. */
  budget: { left: number };
  vacancyMs: number;
  /** The longest pause between two operations. Default: none. */
  thinkMs?: number;
  /** Lets the time pass by so much. */
  sleep(ms: number): Promise<void>;
}

const DONE: Outcome = { kind: 'done' };
const ABANDONED: Outcome = { kind: 'abandoned' };
const U32_MAX = 0xffff_ffff;

/** One client of the cache, which does this and that until the budget is used up. */
export async function runClient(options: ClientOptions): Promise<void> {
  const client = new Client(options);
  while (options.budget.left > 0) await client.step();
}

/** What a client does, step by step. */
export class Client {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** One operation, or a few that belong together. */
  async step(): Promise<void> {
    const { random, sleep, thinkMs = 0 } = this.#options;
    if (thinkMs > 0) await sleep(random.next() * thinkMs);
    const key = random.pick(KEYS);
    const dice = random.next();
    if (dice < 0.3) await this.#get(key);
    else if (dice < 0.4) await this.#exists(key);
    else if (dice < 0.53) await this.#set(key);
    else if (dice < 0.58) await this.#delete(key);
    else if (dice < 0.97) await this.#getOrSet(key);
    else await sleep(random.below(5));
  }

  #get(key: string): Promise<void> {
    return this.#record(this.#begin('get', key), async () =>
      this.#seen(await this.#options.backend.get(key)),
    );
  }

  #exists(key: string): Promise<void> {
    return this.#record(this.#begin('exists', key), async () =>
      (await this.#options.backend.exists(key)) ? { kind: 'yes' } : { kind: 'no' },
    );
  }

  #delete(key: string): Promise<void> {
    return this.#record(this.#begin('delete', key), async () => {
      await this.#options.backend.delete(key);
      return DONE;
    });
  }

  #set(key: string): Promise<void> {
    const { backend, random } = this.#options;
    const ttlMs = this.#ttl();
    const call = this.#begin('set', key, { ttlMs });
    const bytes = this.#value(call);
    return this.#record(call, async () => {
      if (random.next() < 0.75) await backend.set(key, bytes, ttlMs);
      else if (!(await this.#pour(bytes, backend.stream(key, ttlMs)))) return ABANDONED;
      return DONE;
    });
  }

  /** Asks for any key's vacancy, and says whether it got one, to keep. */
  async takeVacancy(): Promise<boolean> {
    const { random, sleep } = this.#options;
    const { vacancy } = await this.#ask(random.pick(KEYS));
    if (!vacancy) await sleep(1);
    return vacancy !== undefined;
  }

  async #getOrSet(key: string): Promise<void> {
    const { call, vacancy } = await this.#ask(key);
    if (vacancy) await this.#hold(call, vacancy);
  }

  async #ask(key: string): Promise<{ call: Call; vacancy: Vacancy | undefined }> {
    const call = this.#begin('get-or-set', key);
    let vacancy: Vacancy | undefined;
    await this.#record(call, async () => {
      const entry: Entry = await this.#options.backend.getOrSet(key);
      if (entry.tag === 'occupied') return this.#seen(entry.val);
      vacancy = entry.val;
      return { kind: 'vacancy' };
    });
    return { call, vacancy };
  }

  /** What a guest may do with a vacancy: fill or drop it, soon or late, or forget about it. */
  async #hold(grant: Call, vacancy: Vacancy): Promise<void> {
    const { random, sleep, vacancyMs, budget } = this.#options;
    const delay = random.next();
    if (delay < 0.05) await sleep(vacancyMs + 1 + random.below(vacancyMs));
    else if (delay < 0.15) await sleep(random.below(vacancyMs));
    const dice = random.next();
    if (dice > 0.15) await this.#fill(grant, vacancy);
    if (dice < 0.02 || (dice > 0.15 && dice < 0.9) || budget.left <= 0) return;
    await this.#record(this.#begin('drop', grant.key, { vacancy: grant.id }), async () => {
      vacancy.drop();
      return DONE;
    });
  }

  async #fill(grant: Call, vacancy: Vacancy): Promise<void> {
    if (this.#options.budget.left <= 0) return;
    const ttlMs = this.#ttl();
    const call = this.#begin('fill', grant.key, { ttlMs, vacancy: grant.id });
    const bytes = this.#value(call);
    await this.#record(call, async () => {
      if (this.#options.random.next() < 0.75) await vacancy.fill(bytes, ttlMs);
      else if (!(await this.#pour(bytes, vacancy.stream(ttlMs)))) return ABANDONED;
      return DONE;
    });
  }

  /** Writes the body in pieces; now and then gives up before its end, and then says no. */
  async #pour(bytes: Uint8Array, sink: Sink): Promise<boolean> {
    const { random } = this.#options;
    const pieces = 1 + random.below(4);
    const length = Math.ceil(bytes.length / pieces);
    const givesUp = random.next() < 0.1;
    try {
      for (let start = 0; start < bytes.length; start += length) {
        if (givesUp && random.next() < 0.5) break;
        await sink.write(bytes.subarray(start, start + length));
      }
      if (!givesUp) await sink.finish();
    } finally {
      sink.abandon();
    }
    return !givesUp;
  }

  #begin(operation: Call['operation'], key: string, more?: Pick<Call, 'ttlMs' | 'vacancy'>): Call {
    this.#options.budget.left -= 1;
    return this.#options.recorder.begin(this.#options.number, operation, key, more);
  }

  async #record(call: Call, work: () => Promise<Outcome>): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await work();
    } catch (error) {
      outcome = failure(error instanceof Error ? error.message : String(error));
    }
    this.#options.recorder.end(call, outcome);
    // Where nothing answers, a pause keeps the loop from spinning.
    if (outcome.kind === 'error') await this.#options.sleep(20);
  }

  async #seen(value: Value | undefined): Promise<Outcome> {
    if (!value) return { kind: 'missing' };
    const answer: Answer<Uint8Array> = readAll(value);
    const bytes = await answer;
    const writer = writerOfValue(bytes);
    if (writer !== null) return { kind: 'value', writer };
    const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    return { kind: 'value', writer: null, seen: `${bytes.length} bytes (${start} ...)` };
  }

  #value(call: Call): Uint8Array {
    const { random } = this.#options;
    const size = random.next() < 0.005 ? 300_000 + random.below(300_000) : MIN_SIZE + random.below(200);
    return valueFor(call.id, size);
  }

  #ttl(): number | undefined {
    const { random } = this.#options;
    const dice = random.next();
    if (dice < 0.4) return undefined;
    return dice < 0.45 ? 0 : dice < 0.5 ? U32_MAX : 1 + random.below(60);
  }
}

function failure(message: string): Outcome {
  if (message === LOST) return { kind: 'refused' };
  if (message === REMOVED) return { kind: 'interrupted' };
  return { kind: 'error', message };
}
