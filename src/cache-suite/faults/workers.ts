import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RedisOptions } from '../../cache/backends/redis.ts';
import type { SqliteOptions } from '../../cache/backends/sqlite.ts';
import type { Call } from '../history/call.ts';
import { leftovers } from './leftovers.ts';
import type { SteadyClock } from './steady-clock.ts';

type Store = (Omit<SqliteOptions, 'clock'> | Omit<RedisOptions, 'clock'>) & { vacancyMs: number };

/** What a worker is told. */
export interface WorkerTask {
  store: Store;
  base: string;
  client: number;
  firstId: number;
  seed: number;
  thinkMs: number;
  /** It takes one vacancy and does nothing more. */
  holds: boolean;
}

const PROGRAM = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** The ids of a worker's calls: so many for each, after those of the history's own process. */
const IDS = 10_000_000;

/** After a process has ended, what it sent may still be on its way to a server. */
const ON_ITS_WAY_MS = 50;

/** Processes that share a store, to be stopped in mid-work. */
export class Workers {
  readonly calls: Call[] = [];
  readonly #clock: SteadyClock;
  readonly #store: Store;
  readonly #seed: number;
  #count = 0;

  constructor(clock: SteadyClock, store: Store, seed: number) {
    this.#clock = clock;
    this.#store = store;
    this.#seed = seed;
  }

  /** Starts one, and resolves when it has done something, or, if it holds a vacancy, when it has that. */
  async start({ holds = false, thinkMs = 2 } = {}): Promise<Worker> {
    this.#count += 1;
    const task: WorkerTask = {
      store: this.#store,
      base: this.#clock.base,
      client: -this.#count,
      // Values carry ids of 32 bits.
      firstId: IDS * (1 + (this.#count % 400)),
      seed: this.#seed + this.#count,
      thinkMs,
      holds,
    };
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    leftovers().processes.add(child);
    child.once('exit', () => leftovers().processes.delete(child));
    const worker = new Worker(child, this.#clock, this.calls);
    await worker.until(
      (call) => call.outcome.kind === 'vacancy' || (!holds && call.outcome.kind !== 'pending'),
    );
    return worker;
  }
}

/** One process, and what it has written down. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #clock: SteadyClock;
  readonly #calls = new Map<number, Call>();
  readonly #all: Call[];
  readonly #closed: Promise<unknown>;
  #watch: ((call: Call) => void) | undefined;

  constructor(child: ChildProcess, clock: SteadyClock, all: Call[]) {
    this.#child = child;
    this.#clock = clock;
    this.#all = all;
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    this.#closed = Promise.all([once(child, 'exit'), once(lines, 'close')]);
    lines.on('line', (line) => this.#read(line));
  }

  /** Resolves with the first call to come that is the right one; rejects when the process ends before. */
  async until(isRight: (call: Call) => boolean): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      this.#watch = (call) => isRight(call) && resolve();
    });
    const ended = this.#closed.then(() => {
      throw new Error('a worker ended before it began');
    });
    await Promise.race([seen, ended]);
  }

  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** Kills it. A call that was under way may have had its effect up to now. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    await new Promise((resume) => setTimeout(resume, ON_ITS_WAY_MS));
    for (const call of this.#calls.values()) {
      if (call.outcome.kind === 'pending') {
        call.outcome = { kind: 'error', message: 'its process was killed' };
      }
      if (call.outcome.kind === 'error') {
        call.ended = this.#clock.position();
        call.until = this.#clock.now();
      }
    }
    this.#all.push(...this.#calls.values());
  }

  #read(line: string): void {
    let call: Call;
    try {
      call = JSON.parse(line);
    } catch {
      // The last line of a killed process may be cut off.
      return;
    }
    // JSON has no Infinity.
    call.ended ??= Number.POSITIVE_INFINITY;
    call.until ??= Number.POSITIVE_INFINITY;
    this.#calls.set(call.id, call);
    this.#watch?.(call);
  }
}
