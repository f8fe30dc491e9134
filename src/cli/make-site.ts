import { loadContent } from '../load/index.ts';
import { hasErrors } from '../problem.ts';
import { toText } from '../report/index.ts';
import { projectRoot } from '../site/config.ts';
import { toContent } from '../site/to-content.ts';
import type { ExitCode } from './command.ts';
import { progressLine } from './progress.ts';
import type { SiteFlags } from './site-flags.ts';

/**
 * Reads the content, reports its problems and builds the site. An error in the project's own content means no site;
 * other people's files are shown as they are, unless `--strict` asks for the same.
 */
export async function makeSite(flags: SiteFlags): Promise<ExitCode> {
  const progress = progressLine();
  progress.say('reading');
  const loaded = await loadContent(projectRoot, { meetings: flags.meetings, wit: flags.wit });
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    progress.end(`${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`);
    process.stderr.write(toText(errors, loaded.sources));
  }
  if (hasErrors(errors) && (loaded.own || flags.strict)) return 1;

  const { buildSite } = await import('../site/build/build-site.ts');
  await buildSite(toContent(loaded), flags, progress.say);
  progress.end(`the site is in ${flags.outDir}`);
  return 0;
}
