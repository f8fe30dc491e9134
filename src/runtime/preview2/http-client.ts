import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { toRaw } from './http-fields.ts';
import {
  FutureIncomingResponse,
  type Named,
  type OutgoingRequest,
  type RequestOptions,
} from './http-types.ts';
import { failure } from './io.ts';

/** What Node says when a connection fails, in the words of `error-code`. */
const CODES: Record<string, Named> = {
  ECONNREFUSED: { tag: 'connection-refused' },
  ECONNRESET: { tag: 'connection-terminated' },
  EPIPE: { tag: 'connection-terminated' },
  ETIMEDOUT: { tag: 'connection-timeout' },
  EHOSTUNREACH: { tag: 'destination-unavailable' },
  ENETUNREACH: { tag: 'destination-unavailable' },
};

/** `wasi:http/outgoing-handler` 0.2. @param origin where requests without an authority go. */
export function outgoingHandler(origin: URL | undefined) {
  return {
    handle(request: OutgoingRequest, options: RequestOptions | undefined): FutureIncomingResponse {
      const url = target(request, origin);
      return new FutureIncomingResponse(send(request, url, options));
    },
  };
}

/** Where a request goes. Throws an `error-code` where it says neither itself nor the host. */
function target(request: OutgoingRequest, origin: URL | undefined): URL {
  const authority = request.authority();
  const { tag = 'HTTP', val } = request.scheme() ?? {};
  const scheme = tag === 'other' ? (val ?? '') : tag.toLowerCase();
  const path = request.pathWithQuery() || '/';
  if (authority === undefined && !origin) throw failure({ tag: 'HTTP-request-URI-invalid' });
  const base = authority === undefined ? origin?.origin : `${scheme}://${authority}`;
  const url = URL.parse(path, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw failure({ tag: 'HTTP-protocol-error' });
  return url;
}

function send(
  request: OutgoingRequest,
  url: URL,
  options: RequestOptions | undefined,
): Promise<IncomingMessage> {
  const { tag, val } = request.method();
  const sender = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = sender(url, {
      method: (val ?? tag).toUpperCase(),
      headers: ['host', url.host, ...framing(request), ...toRaw(request.fields.entries())],
    });
    const fail = (payload: Named) => {
      outgoing.destroy();
      reject(failure(payload));
    };
    const timeout = (ns: bigint | undefined, tag: string) =>
      ns === undefined ? undefined : setTimeout(fail, Number(ns / 1_000_000n), { tag });
    const first = timeout(options?.firstByteTimeout(), 'connection-read-timeout');
    const connect = timeout(options?.connectTimeout(), 'connection-timeout');
    outgoing.on('socket', (socket) => socket.once('connect', () => clearTimeout(connect)));
    outgoing.on('response', (message) => {
      clearTimeout(connect);
      clearTimeout(first);
      const between = options?.betweenBytesTimeout();
      if (between !== undefined)
        message.setTimeout(Number(between / 1_000_000n), () => message.destroy(new Error('timed out')));
      resolve(message);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(connect);
      clearTimeout(first);
      reject(failure(explained(error)));
    });
    sendBody(request, outgoing);
  });
}

/** How the body's length is told, where the guest does not say it. */
function framing(request: OutgoingRequest): string[] {
  if (request.fields.has('content-length')) return [];
  if (request.bodied) return ['transfer-encoding', 'chunked'];
  return ['post', 'put', 'patch'].includes(request.method().tag) ? ['content-length', '0'] : [];
}

function explained({ code = '', message }: NodeJS.ErrnoException): Named {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { tag: 'destination-not-found' };
  return CODES[code] ?? { tag: 'internal-error', val: message };
}

/** The body follows as the guest writes it; trailers need a body in pieces, which Node then sends. */
function sendBody(request: OutgoingRequest, outgoing: ClientRequest): void {
  if (!request.bodied) {
    outgoing.end();
    return;
  }
  request.trailers.then(
    (trailers) => {
      if (trailers.length > 0) outgoing.addTrailers(pairs(toRaw(trailers)));
    },
    () => outgoing.destroy(),
  );
  request.stream.pipe(outgoing);
}

/** Names and values in turn as pairs. */
export function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}
