import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { COMPONENTS_PATH } from '../examples/components-path.ts';
import { SAFE_HEADERS } from '../security.ts';

/** A running server and the address that it can be reached at. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

/** The port that is tried first. */
export const USUAL_PORT = 4321;

/**
 * Serves a built site on loopback, with the compressed variants that the build made.
 * @param options.port 0 takes any free one; a given port that is taken is an error, the usual one gives way.
 */
export async function serve(dir: string, options: { base?: string; port?: number } = {}): Promise<Served> {
  const base = `/${(options.base ?? '').replace(/^\/+|\/+$/g, '')}`.replace(/\/$/, '');
  // `dev`: files are looked up when asked for, so that a site may be built anew while it is served.
  const files = sirv(dir, { dev: true, brotli: true, gzip: true, etag: true, setHeaders });
  const notFound = await readFile(join(dir, '404.html')).catch(() => Buffer.from('Not found'));
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', ...SAFE_HEADERS });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    const url = request.url ?? '/';
    if (url === base) {
      response.writeHead(301, { location: `${base}/` }).end();
      return;
    }
    if (!url.startsWith(`${base}/`)) {
      missing();
      return;
    }
    request.url = url.slice(base.length);
    files(request, response, missing);
  });
  const port = await listen(server, options.port);
  return { url: `http://127.0.0.1:${port}${base}/`, close: () => close(server) };
}

/** Kinds of text whose encoding has to be told. */
const TEXT: Record<string, string> = {
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.ics': 'text/calendar',
  '.wit': 'text/plain',
  '.xml': 'application/xml',
  '.json': 'application/json',
};

/** Hashed assets may be kept for ever; everything else is asked for again, cheaply, by its tag. */
function setHeaders(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  const hashed = path.startsWith('/_astro/') || path.startsWith(COMPONENTS_PATH);
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  const text = TEXT[/\.\w+$/.exec(path)?.[0] ?? ''];
  if (text) response.setHeader('content-type', `${text}; charset=utf-8`);
}

function listen(server: Server, wanted: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wanted === undefined) server.listen(0, '127.0.0.1');
      else reject(error);
    });
    server.on('listening', () => resolve((server.address() as AddressInfo).port));
    server.listen(wanted ?? USUAL_PORT, '127.0.0.1');
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
