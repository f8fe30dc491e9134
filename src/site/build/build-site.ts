import { createHash } from 'node:crypto';
import { access, constants, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { oneLine } from '../../report/index.ts';
import { projectRoot, siteConfig } from '../config.ts';
import { type Content, handOver } from '../content.ts';
import { COMPONENTS_PATH } from '../examples/components-path.ts';
import { compress } from './compress.ts';
import { indexPages } from './index-pages.ts';
import { writeMarkdownCopies } from './markdown-copies.ts';
import { ownEnvironment } from './own-environment.ts';

/** Where a site goes and under which address it will be found. */
export interface SitePlace {
  /** Absolute. A site that stands there is replaced once the new one is complete. */
  outDir: string;
  base: string;
  site?: string;
}

/**
 * Builds the whole site into `outDir`: pages, data, feeds, search index, compressed variants. Everything is made in a
 * folder of this build's own first, so that builds at the same time do not meet and a failed one leaves no half site.
 * @param progress is told what is being done, in a few words.
 * @throws when `outDir` holds something else than a site.
 */
export async function buildSite(
  content: Content,
  { outDir, base, site }: SitePlace,
  progress: (message: string) => void,
): Promise<void> {
  await refuseOther(outDir);
  ownEnvironment('production');
  const own = createHash('sha1').update(`${outDir} ${process.pid}`).digest('hex').slice(0, 12);
  const staging = join(projectRoot, '.witness/build', own);
  const made = join(staging, 'site');
  let pages = 0;
  handOver(content, {
    onPage: () => {
      pages += 1;
      if (pages % 100 === 0) progress(`${pages} pages`);
    },
    onFailure: (path, why) => progress(oneLine(`the page ${path} could not be made: ${why}`)),
  });
  progress('preparing pages');
  try {
    const config = siteConfig({
      outDir: made,
      cacheDir: join(staging, 'cache'),
      base,
      site,
      content,
    });
    await build({ configFile: false, logLevel: 'error', ...config });
    for (const { dir, folder } of content.examples?.components.values() ?? []) {
      await cp(dir, join(made, COMPONENTS_PATH, folder), { recursive: true });
    }
    progress(`${pages} pages done, indexing them for search`);
    await indexPages(made);
    await writeMarkdownCopies(made);
    progress('compressing');
    await compress(made);
    await replace(outDir, made);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** What is there and is no site of ours is somebody's work: it is not overwritten. Nor is anything begun in vain. */
async function refuseOther(outDir: string): Promise<void> {
  const found = await stat(outDir).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Error(`${outDir} is no folder; give another with --out`);
  try {
    await mkdir(outDir, { recursive: true });
    await access(outDir, constants.W_OK);
  } catch {
    throw new Error(`nothing can be written to ${outDir}; give another folder with --out`);
  }
  const names = await readdir(outDir);
  if (names.length > 0 && !(names.includes('index.html') && names.includes('_astro'))) {
    throw new Error(`${outDir} is not empty and holds no site; give another folder with --out, or empty it`);
  }
}

async function replace(outDir: string, made: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  try {
    await rename(made, outDir);
  } catch {
    // Another file system: rename cannot cross it.
    await cp(made, outDir, { recursive: true });
  }
}
