import { type ChildProcess, spawn } from 'node:child_process';

/** A program that runs a test, with what it has written so far. */
export class RunningProgram {
  readonly #child: ChildProcess;
  readonly #output = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  readonly #ended: Promise<{ code: number | null; signal: string | null; error?: Error }>;
  #onOutput: () => void = () => {};
  #isOver = false;

  constructor(line: readonly string[], folder: string) {
    const [program = '', ...args] = line;
    // A group of its own: what the program starts ends with it.
    this.#child = spawn(program, args, { cwd: folder, detached: process.platform !== 'win32' });
    for (const id of ['stdout', 'stderr'] as const)
      this.#child[id]?.on('data', (chunk: Buffer) => {
        this.#output[id] = Buffer.concat([this.#output[id], chunk]);
        this.#onOutput();
      });
    // Writing to a program that has ended fails here, and is told by what it answers.
    this.#child.stdin?.on('error', () => {});
    this.#ended = new Promise((resolve) => {
      const over = (end: { code: number | null; signal: string | null; error?: Error }) => {
        this.#isOver = true;
        this.#onOutput();
        resolve(end);
      };
      this.#child.on('error', (error) => over({ code: null, signal: null, error }));
      this.#child.on('close', (code, signal) => over({ code, signal }));
    });
  }

  /** What it has written and nobody has taken. */
  rest(id: 'stdout' | 'stderr'): string {
    return this.#output[id].toString();
  }

  /** The next bytes of a stream, fewer where it ends before. */
  async take(id: 'stdout' | 'stderr', length: number, deadline: AbortSignal): Promise<string> {
    await this.#until(() => this.#output[id].length >= length, deadline);
    return this.#cut(id, Math.min(length, this.#output[id].length));
  }

  /** The next line of a stream, without its end. */
  async line(id: 'stdout' | 'stderr', deadline: AbortSignal): Promise<string | undefined> {
    await this.#until(() => this.#output[id].includes(10), deadline);
    const end = this.#output[id].indexOf(10);
    return end < 0 ? undefined : this.#cut(id, end + 1).trimEnd();
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  /** Closes its input and waits for its end. */
  async end(deadline: AbortSignal): Promise<{ code: number | null; signal: string | null; error?: Error }> {
    this.#child.stdin?.end();
    return Promise.race([this.#ended, aborted(deadline)]);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends it, and what it started, at once. */
  async stop(): Promise<void> {
    const { pid } = this.#child;
    if (this.#isOver || pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch {
      this.#child.kill('SIGKILL');
    }
    await this.#ended;
  }

  #cut(id: 'stdout' | 'stderr', length: number): string {
    const piece = this.#output[id].subarray(0, length).toString();
    this.#output[id] = this.#output[id].subarray(length);
    return piece;
  }

  async #until(isThere: () => boolean, deadline: AbortSignal): Promise<void> {
    while (!isThere() && !this.#isOver) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#onOutput = resolve;
      await Promise.race([promise, aborted(deadline)]);
    }
  }
}

/** Thrown when a test's time is over. */
export class TimeIsOver extends Error {}

/** Rejects when a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new TimeIsOver());
    signal.addEventListener('abort', () => reject(new TimeIsOver()), { once: true });
  });
}
