import type { RunRequest } from '../execute.ts';
import type { Outcome, RunEvent } from '../model.ts';
import type { FromWorker, GuestFiles, ToWorker } from '../protocol.ts';
import { endlessness } from './endlessness.ts';

/** What a page hears of its run. */
export interface Listener {
  onEvents(events: RunEvent[], skipped: number, now: number): void;
}

/** How a run in a page ended, and after how long. */
export interface Ended {
  outcome: Outcome;
  ms: number;
}

const PING_EVERY_MS = 250;

/**
 * The page's side of its worker: one for all examples of a page, kept between runs, and ended with the guest in it
 * when that does not stop.
 */
export class Session {
  #files: GuestFiles;
  #worker: Worker | undefined;
  #loaded: Promise<boolean> | undefined;
  #abort: ((message: string) => void) | undefined;

  constructor(files: GuestFiles) {
    this.#files = { ...files, base: new URL(files.base, location.href).href };
  }

  /** Fetches and compiles what a run needs; says whether this browser can suspend a guest. */
  load(): Promise<boolean> {
    this.#loaded ??= this.#start();
    this.#loaded.catch(() => this.#end());
    return this.#loaded;
  }

  /** @throws when the runner cannot be loaded. */
  async run(request: RunRequest, listener: Listener): Promise<Ended> {
    await this.load();
    const worker = this.#worker;
    if (!worker) return { outcome: { kind: 'stopped', message: 'Stopped.' }, ms: 0 };
    return new Promise((resolve) => this.#follow(worker, request, listener, resolve));
  }

  /** Moves the clock of the run under way. */
  advance(ms: number): void {
    this.#say({ type: 'advance', ms });
  }

  /** Ends the run under way, with its worker. */
  stop(message = 'Stopped.'): void {
    this.#abort?.(message);
    this.#end();
  }

  #follow(worker: Worker, request: RunRequest, listener: Listener, resolve: (ended: Ended) => void): void {
    const began = performance.now();
    const watch = endlessness();
    const pinging = setInterval(() => {
      const seconds = watch.verdict(performance.now());
      if (seconds !== undefined)
        this.stop(`Ended after ${seconds.toFixed(1)} seconds: the guest did not stop.`);
      this.#say({ type: 'ping' });
      watch.asked();
    }, PING_EVERY_MS);
    const settle = (ended: Ended) => {
      clearInterval(pinging);
      worker.removeEventListener('message', receive);
      worker.removeEventListener('error', fail);
      this.#abort = undefined;
      resolve(ended);
    };
    const receive = ({ data }: MessageEvent<FromWorker>) => {
      watch.heard();
      if (data.type === 'events') {
        watch.saw(data.events, request.clock, performance.now());
        listener.onEvents(data.events, data.skipped, data.now);
      } else if (data.type === 'end') {
        settle({ outcome: data.outcome, ms: data.ms });
        // Guests may be left behind in it.
        if (data.outcome.kind === 'trap' || data.outcome.kind === 'stopped') this.#end();
      }
    };
    const fail = (event: ErrorEvent) => {
      settle({ outcome: { kind: 'trap', guest: 1, message: event.message }, ms: performance.now() - began });
      this.#end();
    };
    this.#abort = (message) =>
      settle({ outcome: { kind: 'stopped', message }, ms: performance.now() - began });
    worker.addEventListener('message', receive);
    worker.addEventListener('error', fail);
    this.#say({ type: 'run', request });
  }

  #start(): Promise<boolean> {
    const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module', name: 'example' });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const receive = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'loaded') resolve(data.suspends);
        else if (data.type === 'failed') reject(new Error(data.message));
        worker.removeEventListener('message', receive);
      };
      worker.addEventListener('message', receive);
      worker.addEventListener(
        'error',
        (event) => reject(new Error(event.message || 'its script did not start')),
        { once: true },
      );
      this.#say({ type: 'load', files: this.#files });
    });
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#loaded = undefined;
  }

  #say(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}
