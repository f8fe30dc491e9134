import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { serve } from '../../src/site/build/serve.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

describe('the server', () => {
  const dir = inject('siteDir');
  const site = inject('siteUrl');

  it('serves what the build compressed, with its headers', async () => {
    const response = await fetch(`${site}preview-2/`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    await expect(response.text()).resolves.toContain('<h1');
  });

  it.each([
    ['meetings/2023-07-13.md', 'text/markdown'],
    ['rss.xml', 'application/xml'],
    ['api/v1/meetings.json', 'application/json'],
    ['llms.txt', 'text/plain'],
  ])('tells what %s is, and that it is nothing else', async (path, type) => {
    const { headers } = await fetch(`${site}${path}`);
    expect(headers.get('content-type')).toContain(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('answers from its tag when nothing changed', async () => {
    const first = await fetch(site);
    const again = await fetch(site, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('says that there is no such page', async () => {
    const response = await fetch(`${site}nowhere/at/all/`);
    expect(response.status).toBe(404);
    await expect(response.text()).resolves.toContain('leads nowhere');
  });

  it.each(['..%2f..%2f..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/%2e%2e/etc/passwd', '....//....//etc/passwd'])(
    'keeps inside its folder for %s',
    async (path) => {
      const response = await fetch(`${site}${path}`);
      expect(response.status).toBe(404);
    },
  );

  it('serves below a base path only', async () => {
    const served = await serve(dir, { base: '/witness', port: 0 });
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/witness\/$/);
    const statuses = await Promise.all(
      [served.url, served.url.replace(/witness\/$/, ''), served.url.replace(/\/$/, '')].map(
        async (url) => (await fetch(url, { redirect: 'manual' })).status,
      ),
    );
    await served.close();
    expect(statuses).toEqual([200, 404, 301]);
  });

  it('takes a free port when the usual one is taken, and ends cleanly on Ctrl-C', async () => {
    const holder = createServer();
    const held = await new Promise<boolean>((done) => {
      holder.once('error', () => done(true)).listen(4321, '127.0.0.1', () => done(true));
    });
    expect(held).toBe(true);
    const child = spawn(process.execPath, [MAIN, 'preview', '--out', dir], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const url = await new Promise<string>((done) =>
      child.stdout.once('data', (chunk) => done(String(chunk).trim())),
    );
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(url).not.toContain(':4321/');
    expect((await fetch(url)).status).toBe(200);
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    await expect(ended).resolves.toBe(0);
    holder.close();
  });
});
