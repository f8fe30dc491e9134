import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { projectRoot, siteConfig } from '../config.ts';
import { type Content, handOver } from '../content.ts';
import { compress } from './compress.ts';
import { indexPages } from './index-pages.ts';

/** Where a site goes and under which address it will be found. */
export interface SitePlace {
  /** Absolute. Its former content is replaced. */
  outDir: string;
  base: string;
  site?: string;
}

/**
 * Builds the whole site into `outDir`: pages, data, feeds, search index, compressed variants.
 * @param progress is told what is being done, in a few words.
 */
export async function buildSite(
  content: Content,
  { outDir, base, site }: SitePlace,
  progress: (message: string) => void,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const cacheDir = join(
    projectRoot,
    '.witness/astro',
    createHash('sha1').update(outDir).digest('hex').slice(0, 12),
  );
  let pages = 0;
  handOver(content, () => {
    pages += 1;
    if (pages % 100 === 0) progress(`${pages} pages`);
  });
  progress('preparing pages');
  try {
    await build({ configFile: false, logLevel: 'error', ...siteConfig({ outDir, base, site, cacheDir }) });
    progress(`${pages} pages done, indexing them for search`);
    await indexPages(outDir);
    progress('compressing');
    await compress(outDir);
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}
