import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { attributes, builtPages } from './pages.ts';

const KB = 1024;

/** Pages that people come to read, each with everything that it loads at once. */
const READING = [
  '/',
  '/meetings/2024-01-25/',
  '/wit/wasi/keyvalue/0.1.0/cache/',
  '/proposals/keyvalue/',
  '/preview-2/',
  '/preview-2/launch/',
  '/changes/',
  '/wit/wasi/keyvalue/compare/',
  '/start/the-cache-explained/',
];

describe('the weight of pages', async () => {
  const dir = inject('siteDir');
  const pages = await builtPages(dir);

  it('is at most 30 KB of HTML for 19 of 20', () => {
    const sizes = pages.map(({ html }) => compressed(html)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length * 0.95)]).toBeLessThan(30 * KB);
  });

  it.each(READING)('is at most 15 KB of script on %s', async (path) => {
    const html = pages.find((page) => page.path === path)?.html ?? '';
    const entries = attributes(html, 'src').filter((src) => src.endsWith('.js'));
    expect(entries.length).toBeGreaterThan(0);
    const loaded = await withImports(dir, entries);
    const bytes = [...loaded.values()].reduce((sum, text) => sum + compressed(text), 0);
    expect(bytes).toBeLessThan(15 * KB);
  });

  it.each(READING)('leaves no script and no style in the page itself on %s', (path) => {
    const html = pages.find((page) => page.path === path)?.html ?? '';
    expect(html.match(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(ld\+)?json")[^>]*>/g)).toBeNull();
    expect(html.match(/<style\b/g)).toBeNull();
    expect(html.match(/\son\w+="/g)).toBeNull();
    expect(html).toContain('http-equiv="content-security-policy"');
  });
});

/** Scripts and the modules that they import at once, by path. */
async function withImports(dir: string, entries: string[]): Promise<Map<string, string>> {
  const loaded = new Map<string, string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    const text = await readFile(join(dir, path), 'utf8');
    loaded.set(path, text);
    const from = `http://site${path}`;
    const imports = text.matchAll(/(?:^|[;}\s])import\s*(?:[\w${},*\s]+\bfrom\s*)?["']([^"']+)["']/g);
    waiting.push(...[...imports].map(([, target = '']) => new URL(target, from).pathname));
  }
  return loaded;
}

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
