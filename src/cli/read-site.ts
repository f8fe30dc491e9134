import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { siteExamples } from '../examples/node.ts';
import { type Loaded, loadContent, loadPackages } from '../load/index.ts';
import { toText } from '../report/index.ts';
import { projectRoot } from '../site/config.ts';
import type { Content } from '../site/content.ts';
import { toContent } from '../site/to-content.ts';
import { audit } from '../tracker/index.ts';
import type { SiteFlags } from './site-flags.ts';

/** What a site is made of, and how many errors there are in it. */
export interface SiteInput {
  content: Content;
  errors: number;
}

/** The packages of WASI that the project's own ones use or are compared with come from npm packages that ship them. */
const SHIPPED = [
  'node_modules/@spinframework/wasi-http-proxy/wit',
  'node_modules/@bytecodealliance/jco/lib/wit/builtin/0.2.12',
  'node_modules/@bytecodealliance/jco/lib/wit/builtin/0.3.0',
];

/** Reads what the flags name, or the project's own content, and reports every error on standard error. */
export async function readSite(
  flags: SiteFlags,
  progress: (message: string) => void = () => {},
): Promise<SiteInput> {
  const loaded = await loadContent(projectRoot, { meetings: flags.meetings, wit: flags.wit });
  const places = loaded.own ? ['wit', ...SHIPPED].map(inProject) : flags.wit;
  const wit = loadPackages(places);
  const sources = new Map([...loaded.sources, ...wit.sources]);
  const examples = loaded.own ? await siteExamples(new Date(), progress) : null;
  const problems = [...loaded.problems, ...wit.problems, ...(examples?.problems ?? [])];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) process.stderr.write(`\n${toText(errors, sources)}`);
  return {
    content: toContent(loaded, wit, { examples, audit: await drift(flags.proposals, loaded) }),
    errors: errors.length,
  };
}

/** A path of the project as seen from the working directory, which is how problems name it. */
function inProject(path: string): string {
  return relative(process.cwd(), join(projectRoot, path));
}

async function drift(path: string | undefined, { meetings, names }: Loaded): Promise<Content['audit']> {
  if (!path) return null;
  const page = { path, text: await readFile(path, 'utf8') };
  const asOf = meetings.at(-1)?.date ?? '';
  return { path, drift: audit({ page, meetings, names, asOf }) };
}
