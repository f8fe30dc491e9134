import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-develop-'));
  await mkdir(join(folder, 'notes'));
  await writeFile(
    join(folder, 'notes/GROUP-2031-05-04.md'),
    '# May 4 Meeting\n\n## Notes\n\n**Ada**: A word.\n',
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

it('witness dev answers an unknown address with the page for such, and without an error', async () => {
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
    const known = await fetch(`${url}meetings/2031-05-04/`);
    expect([known.status, await known.text()]).toEqual([200, expect.stringContaining('A word.')]);
    const unknown = await fetch(`${url}no/such/page/`);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('No page here')]);
  } finally {
    const closed = once(server, 'close');
    server.kill();
    await closed;
  }
  expect(said).not.toMatch(/\[ERROR\]|page-origins/);
});

async function ended(server: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(server, 'exit');
  throw new Error(`the server ended with ${code}`);
}
