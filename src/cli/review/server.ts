import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answered, ReviewDesk } from './desk.ts';
import { reviewPage } from './page.ts';

/** No event is longer. */
const MOST = 100_000;

/**
 * Serves the page of a desk on loopback. It answers only to loopback names with its own port, and changes something
 * only for requests that carry the page's own token as JSON: no other site's page can send one.
 */
export async function serveReview(
  desk: ReviewDesk,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const token = randomBytes(24).toString('hex');
  let hosts = new Set<string>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      send(response, 500, 'application/json', { done: false, problems: [message(error)] }),
    );
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '', origin } = request.headers;
    if (!hosts.has(host) || (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, ''))))
      return send(response, 403, 'text/plain', 'This page is for this machine alone.\n');
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === '/') {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      return send(response, 200, 'text/html', reviewPage(nonce, token));
    }
    if (request.method === 'GET' && pathname === '/items.json')
      return isFromPage(request) ? send(response, 200, 'application/json', desk.items) : forbidden(response);
    if (request.method !== 'POST' || (pathname !== '/accept' && pathname !== '/dismiss'))
      return send(response, 404, 'text/plain', 'Not found.\n');
    if (!isFromPage(request)) return forbidden(response);
    if (request.headers['content-type'] !== 'application/json')
      return send(response, 415, 'text/plain', 'Expected application/json.\n');
    const body = await bodyOf(request);
    if (body === null)
      return send(response, 400, 'application/json', { done: false, problems: ['expected an id'] });
    const answered: Answered =
      pathname === '/accept'
        ? await desk.accept(body.id, body.yaml ?? '')
        : await desk.dismiss(body.id, body.why ?? '');
    return send(response, answered.done ? 200 : 422, 'application/json', answered);
  }

  function isFromPage(request: IncomingMessage): boolean {
    const given = Buffer.from(String(request.headers['x-witness-token'] ?? ''));
    return given.length === token.length && timingSafeEqual(given, Buffer.from(token));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : port;
  hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${own}`));
  return {
    url: `http://127.0.0.1:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forbidden(response: ServerResponse): void {
  send(response, 403, 'text/plain', 'Only the page itself may ask that.\n');
}

function send(response: ServerResponse, status: number, type: string, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The strings of a JSON object with an id; null for anything else. */
async function bodyOf(request: IncomingMessage): Promise<{ id: string; yaml?: string; why?: string } | null> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) {
    text += piece;
    if (text.length > MOST) return null;
  }
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null) return null;
    const strings = new Map(
      Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const id = strings.get('id');
    const [yaml, why] = [strings.get('yaml'), strings.get('why')];
    return id === undefined
      ? null
      : { id, ...(yaml === undefined ? {} : { yaml }), ...(why === undefined ? {} : { why }) };
  } catch {
    return null;
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
