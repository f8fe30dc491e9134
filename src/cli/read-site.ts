import { join } from 'node:path';
import { loadExamples, siteExamples } from '../examples/node.ts';
import { loadContent, projectRoot } from '../load/index.ts';
import { toText } from '../report/index.ts';
import { type Content, toContent } from '../site/index.ts';
import type { SiteFlags } from './site-flags.ts';

/** What a site is made of, and how many errors there are in it. */
export interface SiteInput {
  content: Content;
  errors: number;
}

/** What is kept from one reading to the next, while somebody writes. */
export interface Kept {
  examples?: Content['examples'];
}

/**
 * Reads what the flags name, or the project's own content, and reports every error on standard error.
 * @param kept examples are built and run only when they are not in here and nothing is wrong, and put here.
 */
export async function readSite(
  flags: SiteFlags,
  progress: (message: string) => void = () => {},
  kept: Kept = {},
): Promise<SiteInput> {
  const loaded = await loadContent(projectRoot, {
    meetings: flags.meetings,
    wit: flags.wit,
    proposals: flags.proposals,
    repository: flags.repository,
  });
  const shown = loaded.own ? await loadExamples(join(projectRoot, 'runnable-examples')) : null;
  const problems = [...loaded.problems, ...(shown?.problems ?? [])];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) process.stderr.write(`\n${toText(errors, loaded.sources)}`);
  else kept.examples ??= shown && (await siteExamples(new Date(), progress));
  return { content: toContent(loaded, kept.examples ?? null), errors: errors.length };
}
