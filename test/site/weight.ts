import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { attributes, type BuiltPage } from './pages.ts';

const KB = 1024;

/** The compressed HTML of the page that is heavier than 19 of 20, in bytes. */
export function htmlAt95(pages: readonly BuiltPage[]): number {
  const sizes = pages.map(({ html }) => compressed(html)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * 0.95)] ?? 0;
}

/** The pages that load more than 15 KB of script, compressed, before anybody does anything. */
export async function heavyWithScript(dir: string, pages: readonly BuiltPage[]): Promise<string[]> {
  const known = new Map<string, number>();
  const heavy: string[] = [];
  for (const { path, html } of pages) {
    const entries = attributes(html, 'src').filter((src) => src.endsWith('.js'));
    const key = entries.join();
    const bytes = known.get(key) ?? (await loadedBy(dir, entries));
    known.set(key, bytes);
    if (bytes > 15 * KB) heavy.push(`${path}: ${bytes} bytes`);
  }
  if (known.size < 5) throw new Error('hardly any script was found: are these the pages?');
  return heavy;
}

/** The tags that would load something from another origin. */
export function foreignTags(pages: readonly BuiltPage[]): string[] {
  return pages.flatMap(({ path, html }) =>
    [...html.matchAll(/<(?:audio|embed|iframe|img|link|object|script|source|video)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/ rel="(?:alternate|canonical|sitemap)"/.test(tag))
      .filter((tag) => / (?:data|href|poster|src|srcset)="(?!\/(?!\/)|data:|#)/.test(tag))
      .map((tag) => `${path}: ${tag}`),
  );
}

async function loadedBy(dir: string, entries: string[]): Promise<number> {
  const loaded = await withImports(dir, entries);
  return [...loaded.values()].reduce((sum, text) => sum + compressed(text), 0);
}

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
