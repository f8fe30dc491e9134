import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Backend, cacheHost } from '../../src/cache/index.ts';
import { type Glue, program } from '../../src/examples/index.ts';
import type { BuiltComponent } from '../../src/examples/node.ts';
import { wasi } from '../../src/examples/wasi.ts';
import { type HttpRequest, type Origin, wasiHttp } from '../../src/examples/worlds/http/wasi-http.ts';
import { exported } from '../../src/examples/worlds/world.ts';

/** A server on a free port of loopback. */
export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** A real HTTP server that gives each request to a fresh instance of a proxy component, in front of a real origin. */
export async function serveProxy(
  built: BuiltComponent,
  backend: Backend,
  originPort: number,
): Promise<Listening> {
  const glue: Promise<Glue> = import(pathToFileURL(join(built.dir, built.glue.jspi)).href);
  const cores = built.cores.map(({ file }) => file);
  const proxy = await program(glue, true, cores, (file) => readFile(join(built.dir, file)));
  const answer = async (request: HttpRequest) => {
    const host = cacheHost({ backend });
    try {
      const http = wasiHttp(host.imports, request, overTheWire(originPort));
      const streams = host.imports['wasi:io/streams'];
      const instance = await proxy.instantiate({
        ...wasi({ streams, now: Date.now, onStderr: () => {} }),
        ...host.imports,
        ...http.imports,
      });
      await exported(instance, 'wasi:http/incoming-handler', 'handle')(...http.incoming);
      return http.response();
    } finally {
      host.close();
    }
  };
  return listen(
    createServer(async (request, response) => {
      const { method = 'GET', url = '/' } = request;
      try {
        const answered = await answer({ method, path: url, headers: [], body: await readBody(request) });
        if (!answered) throw new Error('no answer');
        for (const [name, value] of answered.headers)
          response.setHeader(name, Buffer.from(value).toString('latin1'));
        response.writeHead(answered.status).end(answered.body);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    }),
  );
}

export async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function overTheWire(port: number): Origin {
  return ({ method, path, body }) =>
    new Promise((resolve, reject) => {
      const outgoing = send({ host: '127.0.0.1', port, method, path, agent: false }, async (response) => {
        resolve({ status: response.statusCode ?? 0, headers: [], body: await readBody(response) });
      });
      outgoing.on('error', reject).end(body);
    });
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
