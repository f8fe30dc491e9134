import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;
let note: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-develop-'));
  await mkdir(join(folder, 'notes'));
  note = join(folder, 'notes/GROUP-2031-05-04.md');
  await writeFile(note, '# May 4 Meeting\n\n## Notes\n\n**Ada**: A word.\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

it('witness dev shows a changed note, and answers an unknown address with the page for such and no error', async () => {
  const args = [MAIN, 'dev', '--port', '0', '--meetings', join(folder, 'notes')];
  // Where Astro is told of Vitest it serves no page.
  const { VITEST: _, ...env } = process.env;
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const heard = (chunk: Buffer) => {
    said += chunk;
  };
  server.stdout.on('data', heard);
  server.stderr.on('data', heard);
  try {
    while (!/^http:\S+$/m.test(said)) await Promise.race([once(server.stdout, 'data'), ended(server)]);
    const [url] = /^http:\S+$/m.exec(said) ?? [];
    const page = `${url}meetings/2031-05-04/`;
    const known = await fetch(page);
    const shown = await known.text();
    expect([known.status, shown]).toEqual([200, expect.stringContaining('A word.')]);
    expect(shown).toMatch(/content-security-policy[^>]*style-src-elem[^>]*nonce-/);
    expect(shown).not.toMatch(/<style(?![^>]* nonce=)/);
    expect(known.headers.get('x-content-type-options')).toBe('nosniff');
    expect(known.headers.get('x-frame-options')).toBe('DENY');
    expect((await fetch(`${url}package.json`)).status).not.toBe(200);
    await appendFile(note, '\n**Ada**: Said later.\n');
    await expect.poll(async () => (await fetch(page)).text(), { timeout: 10_000 }).toContain('Said later.');
    const unknown = await fetch(`${url}no/such/page/`);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('No page here')]);
  } finally {
    const closed = once(server, 'close');
    server.kill();
    await closed;
  }
  const others = said.replace(/.*outside of Vite serving allow list.*/g, '');
  expect(others).not.toMatch(/\[ERROR\]|pages\.ts/);
});

async function ended(server: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(server, 'exit');
  throw new Error(`the server ended with ${code}`);
}
