import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memory, noop } from '../../src/cache/index.ts';
import { type BuiltComponent, buildExample, loadExamples } from '../../src/examples/node.ts';
import { type Listening, listen, serveProxy } from './proxy-server.ts';

const { value: examples } = await loadExamples(resolve(import.meta.dirname, '../../runnable-examples'));

let built: BuiltComponent;
let origin: Listening;
let asked: string[];
let proxy: Listening | undefined;

beforeEach(async () => {
  const example = examples.find(({ id }) => id === 'http-proxy');
  if (!example) return expect.unreachable();
  built = await buildExample(example);
  asked = [];
  origin = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      response
        .writeHead(request.url === '/missing' ? 404 : 200)
        .end(`${request.url} ${asked.length} ${'x'.repeat(100_000)}`);
    }),
  );
});
afterEach(async () => {
  await proxy?.close();
  await origin.close();
});

async function ask(
  path: string,
  init?: RequestInit,
): Promise<[status: number, cache: string | null, body: string]> {
  const response = await fetch(`http://127.0.0.1:${proxy?.port}${path}`, init);
  return [response.status, response.headers.get('x-cache'), (await response.text()).trim()];
}

describe('the proxy component between a real client and a real origin', () => {
  it('asks the origin once and answers again from the cache', async () => {
    proxy = await serveProxy(built, memory(), origin.port);
    const first = await ask('/news?page=1');
    expect(first.slice(0, 2)).toEqual([200, 'miss']);
    expect(first[2]).toMatch(/^\/news\?page=1 1 x{100000}$/);
    expect(await ask('/news?page=1')).toEqual([200, 'hit', first[2]]);
    expect((await ask('/news?page=2')).slice(0, 2)).toEqual([200, 'miss']);
    expect(asked).toEqual(['/news?page=1', '/news?page=2']);
  });

  it('lets thirty requests at once meet: the origin is asked once', async () => {
    proxy = await serveProxy(built, memory(), origin.port);
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('/hot')));
    expect(asked).toEqual(['/hot']);
    expect(new Set(answers.map(([, , body]) => body)).size).toBe(1);
    expect(answers.filter(([, cache]) => cache === 'miss')).toHaveLength(1);
  });

  it('does not keep what is no success', async () => {
    proxy = await serveProxy(built, memory(), origin.port);
    expect((await ask('/missing')).slice(0, 2)).toEqual([404, 'miss']);
    expect((await ask('/missing')).slice(0, 2)).toEqual([404, 'miss']);
    expect(asked).toEqual(['/missing', '/missing']);
  });

  it('works without a cache that remembers', async () => {
    proxy = await serveProxy(built, noop(), origin.port);
    expect((await ask('/a')).slice(0, 2)).toEqual([200, 'miss']);
    expect((await ask('/a')).slice(0, 2)).toEqual([200, 'miss']);
    expect(asked).toEqual(['/a', '/a']);
  });

  it('refuses other methods, and answers for an origin that is gone', async () => {
    proxy = await serveProxy(built, memory(), origin.port);
    expect(await ask('/news', { method: 'POST', body: 'x' })).toEqual([
      405,
      'none',
      'Only GET is proxied here.',
    ]);
    await origin.close();
    expect(await ask('/news')).toEqual([502, 'miss', 'The origin failed: connection-refused']);
    expect(asked).toEqual([]);
  });
});
