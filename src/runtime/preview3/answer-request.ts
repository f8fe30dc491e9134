import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pairs } from '../preview2/http-client.ts';
import { fromRaw, type Header, toRaw } from '../preview2/http-fields.ts';

/** The parts of jco's preview3-shim that messages are made of. */
interface Shim {
  http: {
    Request: {
      new: (fields: object, contents: object, trailers: object, options: null) => [Request3, object];
    };
    Response: { consumeBody(response: Response3, sent: object): [Reader | undefined, TrailersFuture] };
    _fieldsFromEntriesChecked(entries: Header[]): object;
    _fieldsLock(fields: object): object;
  };
  stream: { StreamReader: new (stream: ReadableStream) => object };
  future: { FutureReader: new (promise: Promise<unknown>) => object; future(): { rx: object } };
}

interface Request3 {
  setMethod(method: string | { tag: string; val?: string }): void;
  setPathWithQuery(path: string): void;
  setScheme(scheme: { tag: string }): void;
  setAuthority(authority: string): void;
}

interface Response3 {
  getStatusCode(): number;
  getHeaders(): { copyAll(): Header[] };
}

interface Reader {
  read(options: {
    count: number;
  }): Promise<Uint8Array | null | { done?: boolean; value?: ArrayLike<number> }>;
  close?(): void;
}

interface TrailersFuture {
  read(): Promise<unknown>;
}

type Handle = (request: Request3) => Promise<Response3>;

const METHODS = ['get', 'head', 'post', 'put', 'delete', 'connect', 'options', 'trace', 'patch'];
const CHUNK = 65_536;

/** Lets a handler of 0.3 answer a request; ends when the answer has. Rejects when there is none. */
export async function answerRequest3(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const shim = (await import('@bytecodealliance/preview3-shim')) as unknown as Shim;
  const answer = await handle(requestOf(shim, request)).catch((error: unknown) => {
    const payload = error instanceof Error && 'payload' in error ? error.payload : error;
    throw error instanceof WebAssembly.RuntimeError
      ? error
      : new Error(`the component answered with the error ${JSON.stringify(payload)}`, { cause: error });
  });
  response.writeHead(answer.getStatusCode(), toRaw(answer.getHeaders().copyAll()));
  response.flushHeaders();
  const [body, trailers] = shim.http.Response.consumeBody(answer, shim.future.future().rx);
  if (body) await copy(body, response);
  const entries = trailerEntries(await trailers.read());
  if (entries.length > 0) response.addTrailers(pairs(toRaw(entries)));
  await new Promise<void>((resolve) => response.end(resolve));
}

function requestOf(shim: Shim, message: IncomingMessage): Request3 {
  const { http, stream, future } = shim;
  const trailers = new Promise((resolve) => {
    message.once('close', () => {
      const entries = fromRaw(message.rawTrailers);
      const val = entries.length > 0 ? http._fieldsFromEntriesChecked(entries) : null;
      resolve(message.complete ? { tag: 'ok', val } : { tag: 'err', val: { tag: 'connection-terminated' } });
    });
  });
  const [request] = http.Request.new(
    http._fieldsFromEntriesChecked(fromRaw(message.rawHeaders)),
    new stream.StreamReader(Readable.toWeb(message) as ReadableStream),
    new future.FutureReader(trailers),
    null,
  );
  const method = message.method ?? 'GET';
  const tag = method.toLowerCase();
  request.setMethod(METHODS.includes(tag) ? { tag } : { tag: 'other', val: method });
  request.setScheme({ tag: 'HTTP' });
  if (message.headers.host) request.setAuthority(message.headers.host);
  request.setPathWithQuery(message.url ?? '/');
  return request;
}

/** Copies a body no faster than the client takes it, and stops when the client has gone. */
async function copy(body: Reader, to: ServerResponse): Promise<void> {
  for (;;) {
    const result = await body.read({ count: CHUNK });
    const piece =
      result instanceof Uint8Array || result === null ? result : result.done ? null : result.value;
    if (piece === null || piece === undefined) return;
    if (to.destroyed) throw new Error('the client has gone');
    if (!to.write(Uint8Array.from(piece)))
      await new Promise<void>((resolve) => {
        const done = () => {
          to.off('drain', done).off('close', done);
          resolve();
        };
        to.on('drain', done).on('close', done);
      });
  }
}

/** Trailers in the shapes in which the shim gives them: a result of an option of fields, or less of it. */
function trailerEntries(value: unknown): Header[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('copyAll' in value && typeof value.copyAll === 'function') return value.copyAll();
  if ('tag' in value && value.tag === 'err') throw new Error('the component gave its trailers up');
  return 'val' in value ? trailerEntries(value.val) : [];
}
