import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InstancePool, type PooledInstance } from './instance-pool.ts';
import { isOf, parseInterfaceName } from './interface-name.ts';
import type { LoadedComponent } from './load-component.ts';
import { answerRequest2 } from './preview2/answer-request.ts';
import { answerRequest3 } from './preview3/answer-request.ts';

export interface ServeOptions {
  port?: number;
  /** How long a request may take. */
  timeoutMs?: number;
  /** A fresh instance. */
  instantiate(): Promise<PooledInstance>;
  /** Told of requests that could not be answered. */
  onProblem(message: string): void;
}

/** A component that answers on loopback. */
export interface Served {
  url: string;
  /** Takes no more requests, and ends when those under way have been answered, or after a while without. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const CLOSE_MS = 10_000;

/** The export through which HTTP is served: `handler` of 0.3, or `incoming-handler` of 0.2. */
export function serviceExport({ shape }: LoadedComponent): string | undefined {
  return shape.exports
    .map(({ name }) => name)
    .filter((name) => {
      const parsed = parseInterfaceName(name);
      return parsed?.package === 'http' && /^(incoming-)?handler$/.test(parsed.interface);
    })
    .sort()
    .at(-1);
}

/** Serves an export of {@link serviceExport} on a loopback port. Each request has an instance to itself. */
export async function serveComponent(name: string, options: ServeOptions): Promise<Served> {
  const pool = new InstancePool(options.instantiate);
  const isThird = isOf('0.3', parseInterfaceName(name)?.version ?? '');
  const answer = ({ exports }: PooledInstance, request: IncomingMessage, response: ServerResponse) => {
    const { handle } = exports[name] as { handle: (...args: unknown[]) => unknown };
    return isThird
      ? answerRequest3(async (...args) => handle(...args) as never, request, response)
      : answerRequest2(handle, request, response);
  };
  const server = createServer(async (request, response) => {
    try {
      await pool.use((instance) =>
        limited(answer(instance, request, response), options.timeoutMs, () => fail(response, 504)),
      );
    } catch (error) {
      // A client that has gone is no fault of the component's.
      if (response.destroyed && !response.writableFinished && request.destroyed) return;
      options.onProblem(`${request.method} ${request.url}: ${messageOf(error)}`);
      fail(response, 500);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Without headers sent there is still something to say; otherwise the answer is cut off, as it must look. */
function fail(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(status === 504 ? 'the component took too long\n' : 'the component failed\n');
}

function limited<T>(work: Promise<T>, ms: number | undefined, onLate: () => void): Promise<T> {
  if (ms === undefined) return work;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      reject(new Error(`no answer after ${ms} ms`));
    }, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
