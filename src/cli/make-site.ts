import { buildSite } from '../site/index.ts';
import { progressLine } from './progress.ts';
import { readSite } from './read-site.ts';
import type { SiteFlags } from './site-flags.ts';

/**
 * Reads the content, reports its problems and builds the site. An error in what was written for the site means none;
 * other people's files are shown as they are, unless `--strict` asks for the same.
 */
export async function makeSite(flags: SiteFlags): Promise<number> {
  const progress = progressLine();
  progress.say('reading');
  const { content, errors, ownErrors } = await readSite(flags, progress.say);
  const count = `${errors} ${errors === 1 ? 'error' : 'errors'}`;
  if (ownErrors > 0 || (errors > 0 && flags.strict)) {
    progress.end(`no site: ${count} in what it is made of`);
    return 1;
  }
  await buildSite(content, flags, progress.say);
  progress.end(
    `the site is in ${flags.outDir}${errors > 0 ? `, with ${count} listed on its page of problems` : ''}`,
  );
  return 0;
}
