import type { ExitCode } from './command.ts';
import { progressLine } from './progress.ts';
import type { SiteFlags } from './site-flags.ts';

/** Reads the content, reports its problems and, unless they forbid it, builds the site. */
export async function makeSite(flags: SiteFlags): Promise<ExitCode> {
  const progress = progressLine();
  progress.say('reading');
  const { buildSite } = await import('../site/build/build-site.ts');
  await buildSite({ meetings: [] }, flags, progress.say);
  progress.end(`the site is in ${flags.outDir}`);
  return 0;
}
