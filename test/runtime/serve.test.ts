import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExample, loadExamples } from '../../src/examples/node.ts';

let asked: string[] = [];
const origin = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  setTimeout(() => {
    response.statusCode = request.url === '/missing' ? 404 : 200;
    response.end(`answer ${asked.length}`);
  }, 100);
});
let proxy: ReturnType<typeof spawn>;
let url = '';

beforeAll(async () => {
  const { value: examples } = await loadExamples('runnable-examples');
  const example = examples.find(({ id }) => id === 'http-proxy');
  if (!example) throw new Error('there is no example "http-proxy"');
  const { dir, component } = await buildExample(example);
  await once(origin.listen(0, '127.0.0.1'), 'listening');
  const { port } = origin.address() as AddressInfo;
  const args = ['serve', join(dir, component), '--origin', `http://127.0.0.1:${port}`];
  proxy = spawn(process.execPath, ['src/cli/main.ts', ...args]);
  const [line] = await once(proxy.stdout ?? proxy, 'data');
  url = String(line).trim();
});

afterAll(async () => {
  proxy.kill('SIGKILL');
  origin.close();
});

async function get(path: string) {
  const response = await fetch(new URL(path, url));
  return `${response.status} ${response.headers.get('x-cache')} ${await response.text()}`;
}

test('serves a handler of a release candidate of 0.2, with an origin behind it', async () => {
  asked = [];
  expect(await get('/news')).toBe('200 miss answer 1');
  expect(await get('/news')).toBe('200 hit answer 1');
  expect(await get('/missing')).toBe('404 miss answer 2');
  const posted = await fetch(new URL('/news', url), { method: 'POST', body: 'text' });
  expect(posted.status).toBe(405);
});

test('asks the origin once for forty requests of a cold page', async () => {
  asked = [];
  const answers = await Promise.all(Array.from({ length: 40 }, () => get('/cold')));
  expect(new Set(answers.map((answer) => answer.replace(/hit|miss/, '')))).toEqual(
    new Set(['200  answer 1']),
  );
  expect(asked).toEqual(['GET /cold']);
});

test('answers what is under way before it stops', async () => {
  asked = [];
  const answer = get('/last');
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  proxy.kill('SIGTERM');
  expect(await answer).toBe('200 miss answer 1');
  const [code] = await once(proxy, 'exit');
  expect(code).toBe(0);
});
