import { resolve } from 'node:path';
import { type Repository, repositoryNamed } from '../load/index.ts';
import type { Format } from './define-command.ts';
import type { GroupValues } from './group-options.ts';
import { day, text, texts, today, toggle, type Values, wholeNumber } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The flags that `build`, `dev`, `preview` and `start` share. */
export const SITE_OPTIONS = {
  meetings: texts('DIR', 'notes, instead of the group’s own'),
  wit: texts('DIR', 'WIT packages, instead of the group’s own'),
  proposals: text('FILE', 'a proposals page kept by hand, to compare with the notes'),
  testsuite: text('DIR', 'the official test suite'),
  runs: texts('FILE', 'rows of conformance run, for the pages of implementations'),
  out: text('DIR', 'where the site goes; dist unless told'),
  base: text('PATH', 'the folder in which the site lives on its host'),
  site: text('URL', 'where the site will be, for feeds and the sitemap'),
  repository: text('URL', 'where the files are kept, when nothing else says'),
  today: day('the day from which the pages look at the record; the day of the build unless told'),
  strict: toggle('an error in a file means no site'),
};

/** The loopback port of a server; any that is free without it. */
export const portOption = wholeNumber('the port; any that is free unless told', 0, 65535);

/** What the flags say, checked. Folders of input stay as given, so that problems name them that way. */
export interface SiteFlags {
  group: GroupValues;
  meetings: string[];
  wit: string[];
  proposals?: string;
  testsuite?: string;
  runs: string[];
  outDir: string;
  base: string;
  site?: string;
  repository?: Repository;
  today: string;
  strict: boolean;
  format: Format;
}

/** @throws UsageError for an origin or a repository that is none. */
export function siteFlags(values: Values<typeof SITE_OPTIONS> & GroupValues & { format: Format }): SiteFlags {
  const { site } = values;
  if (site && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new UsageError(`--site: expected an address such as https://example.org, found "${site}"`);
  return {
    group: { config: values.config, source: values.source },
    meetings: values.meetings,
    wit: values.wit,
    proposals: values.proposals,
    testsuite: values.testsuite,
    runs: values.runs,
    outDir: resolve(values.out ?? 'dist'),
    base: basePath(values.base ?? ''),
    site,
    repository: repository(values.repository),
    today: values.today ?? today(),
    strict: values.strict,
    format: values.format,
  };
}

/** @throws UsageError for what would have to be written in another way in links. */
function basePath(given: string): string {
  const base = `/${given.replace(/^\/+|\/+$/g, '')}`;
  if (!/^\/[\w.~/-]*$/.test(base) || URL.parse(base, 'http://site')?.pathname !== base)
    throw new UsageError(
      `--base: expected a path such as /notes/, of letters, digits and "-", ".", "_", "~" or "/", found "${given}"`,
    );
  return base;
}

function repository(given: string | undefined): Repository | undefined {
  if (given === undefined) return undefined;
  const found = repositoryNamed(given);
  if (!found)
    throw new UsageError(
      `--repository: expected a public address such as https://github.com/owner/name, found "${given}"`,
    );
  return found;
}
