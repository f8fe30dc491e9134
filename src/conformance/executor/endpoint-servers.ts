import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import type { Endpoint, TestServer } from '../model/test-spec.ts';

/** Servers for a test's outgoing requests. */
export interface EndpointServers {
  /** `HTTP_SERVER_NAME`, by which the test finds each. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** Starts the servers that a test names, on loopback. A closed one is an address where nobody listens. */
export async function openServers(specs: readonly TestServer[]): Promise<EndpointServers> {
  const env: Record<string, string> = {};
  const servers: Server[] = [];
  for (const { name, kind, endpoints } of specs) {
    const server =
      kind === 'closed'
        ? createSocket()
        : createServer((request, response) => answer(endpoints, request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    env[`HTTP_SERVER_${name.toUpperCase()}`] = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (kind === 'closed') await new Promise((resolve) => server.close(resolve));
    else servers.push(server as Server);
  }
  return {
    env,
    async close() {
      for (const server of servers) {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      }
    },
  };
}

async function answer(
  endpoints: readonly Endpoint[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The test gave its request up: nobody waits for an answer.
    return;
  }
  const body = Buffer.concat(chunks);
  const found = endpoints.find(
    ({ method, path }) => method.toUpperCase() === request.method && path === request.url,
  );
  // One connection a request.
  response.setHeader('connection', 'close');
  if (!found) return reply(response, 404, [], Buffer.alloc(0));
  if (found.mode === 'echo-body') return reply(response, 200, [], body);
  if (found.mode === 'echo-headers') return reply(response, 200, echoed(request), Buffer.alloc(0));
  const { status, headers, body: text, chunks: pieces, trailers } = found.response;
  if (!pieces) return reply(response, status, Object.entries(headers), Buffer.from(text));
  const named = Object.keys(trailers);
  if (named.length > 0) response.setHeader('trailer', named.join(', '));
  response.writeHead(status, headers);
  for (const piece of pieces) response.write(piece);
  response.addTrailers(trailers);
  response.end();
}

function reply(response: ServerResponse, status: number, headers: [string, string][], body: Buffer): void {
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(body);
}

/** The request line, headers and trailers of a request, as headers. */
function echoed({ method = '', url = '', rawHeaders, rawTrailers }: IncomingMessage): [string, string][] {
  const pairs = (raw: readonly string[], prefix: string) =>
    raw.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[`${prefix}${name.toLowerCase()}`, raw[at + 1] ?? '']] : [],
    );
  return [
    ['x-request-method', method],
    ['x-request-path', url],
    ...pairs(rawHeaders, 'x-echo-'),
    ...pairs(rawTrailers, 'x-trailer-'),
  ];
}
