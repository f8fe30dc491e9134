import { request as requestHttp } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Operation } from '../model/test-spec.ts';
import { aborted, type RunningProgram } from './program.ts';

/** Thrown by an operation whose expectation is not met, with what was expected and found. */
export class NotMet extends Error {}

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>;

/** What one run of a test has open. */
export class Operations {
  readonly #start: (run: Of<'run'>) => Promise<RunningProgram>;
  readonly #deadline: AbortSignal;
  readonly #sockets = new Map<string, { socket: Socket; received: Buffer }>();
  #program: RunningProgram | undefined;
  #address: string | undefined;

  constructor(start: (run: Of<'run'>) => Promise<RunningProgram>, deadline: AbortSignal) {
    this.#start = start;
    this.#deadline = deadline;
  }

  /** @throws NotMet, or TimeIsOver. */
  async do(operation: Operation): Promise<void> {
    switch (operation.type) {
      case 'run':
        this.#program = await this.#start(operation);
        return;
      case 'wait':
        return this.#wait(operation);
      case 'read': {
        const id = operation.id === 'stderr' ? 'stderr' : 'stdout';
        const found = await this.#running.take(id, Buffer.byteLength(operation.payload), this.#deadline);
        return same(`${id}`, operation.payload, found);
      }
      case 'write':
        return this.#running.write(operation.payload);
      case 'connect':
        return this.#connect(operation);
      case 'send':
        this.#sockets.get(operation.id)?.socket.write(operation.payload);
        return;
      case 'recv':
      case 'receive':
        return this.#receive(operation);
      case 'request':
        return this.#request(operation);
      case 'kill':
        return this.#running.signal(operation.signal as NodeJS.Signals);
    }
  }

  /** Ends what is still open. @returns what the program has said that nobody took. */
  async close(): Promise<string> {
    for (const { socket } of this.#sockets.values()) socket.destroy();
    await this.#program?.stop();
    const rest = (['stdout', 'stderr'] as const).map((id) => this.#program?.rest(id).trim() ?? '');
    return rest.filter((text) => text !== '').join('\n');
  }

  get #running(): RunningProgram {
    if (!this.#program) throw new NotMet('no program is running');
    return this.#program;
  }

  async #wait({ exit_code }: Of<'wait'>): Promise<void> {
    const { code, signal, error } = await this.#running.end(this.#deadline);
    for (const { socket } of this.#sockets.values()) socket.destroy();
    this.#sockets.clear();
    if (error) throw new NotMet(`the program could not be started: ${error.message}`);
    if (code !== exit_code)
      throw new NotMet(`exit code: expected ${exit_code}, found ${code ?? `an end by ${signal}`}`);
  }

  /** The test says where it listens as the next line of its output. */
  async #connect({ id }: Of<'connect'>): Promise<void> {
    const line = (await this.#running.line('stdout', this.#deadline)) ?? '';
    const [, host = '', port] = /^\[?(.+?)\]?:(\d+)$/.exec(line.trim()) ?? [];
    if (port === undefined)
      throw new NotMet(`connect: expected an address HOST:PORT on stdout, found "${line}"`);
    const socket = connect(Number(port), host);
    const entry = { socket, received: Buffer.alloc(0) };
    socket.on('data', (chunk: Buffer) => {
      entry.received = Buffer.concat([entry.received, chunk]);
      socket.emit('received');
    });
    this.#sockets.set(id, entry);
    await Promise.race([
      new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('error', (error) => reject(new NotMet(`connect: ${error.message}`)));
      }),
      aborted(this.#deadline),
    ]);
  }

  async #receive({ id, payload }: Of<'recv' | 'receive'>): Promise<void> {
    const entry = this.#sockets.get(id);
    if (!entry) throw new NotMet(`receive: no connection "${id}"`);
    const length = Buffer.byteLength(payload);
    while (entry.received.length < length && !entry.socket.readableEnded && !entry.socket.destroyed) {
      const more = new Promise<void>((resolve) => {
        for (const event of ['received', 'end', 'close']) entry.socket.once(event, () => resolve());
      });
      await Promise.race([more, aborted(this.#deadline)]);
    }
    const found = entry.received.subarray(0, length).toString();
    entry.received = entry.received.subarray(length);
    same(`receive from "${id}"`, payload, found);
  }

  async #request({ method, path, headers, body, response }: Of<'request'>): Promise<void> {
    const url = new URL(path.replace(/^(?!\/)/, '/'), await this.#server());
    const found = await Promise.race([ask(url, method, headers, body), aborted(this.#deadline)]);
    const what = `${method} ${path}`;
    same(`${what}: status`, String(response.status), String(found.status));
    for (const [name, value] of Object.entries(response.headers))
      same(`${what}: header ${name}`, value, found.headers[name.toLowerCase()] ?? '(none)');
    same(`${what}: body`, response.body, found.body);
  }

  /** The program says on which address it serves in a line of its errors. */
  async #server(): Promise<string> {
    while (this.#address === undefined) {
      const line = await this.#running.line('stderr', this.#deadline);
      if (line === undefined)
        throw new NotMet('request: expected an address http://… on stderr, found its end');
      this.#address = /http:\/\/[^\s;,]+/.exec(line)?.[0];
    }
    return this.#address;
  }
}

function ask(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  return new Promise((resolve, reject) => {
    const length =
      body === '' && !/^(post|put|patch)$/i.test(method) ? {} : { 'content-length': Buffer.byteLength(body) };
    const request = requestHttp(
      url,
      { method, headers: { ...headers, ...length }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', (error) => reject(new NotMet(`${method} ${url.pathname}: ${error.message}`)));
        response.on('end', () => {
          const found = Object.entries(response.headers).map(([name, value]) => [
            name,
            [value].flat().join(', '),
          ]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(found),
            body: Buffer.concat(chunks).toString(),
          });
        });
      },
    );
    request.on('error', (error) => reject(new NotMet(`${method} ${url.pathname}: ${error.message}`)));
    request.end(body);
  });
}

function same(what: string, expected: string, found: string): void {
  if (expected !== found)
    throw new NotMet(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}
