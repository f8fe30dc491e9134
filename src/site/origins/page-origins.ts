import type { Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { latestPath, packagePath } from '../wit/addresses.ts';
import { latestItems, releases } from '../wit/releases.ts';
import { packageFiles } from '../wit/source-files.ts';
import { foldersOf, type Place, placeOf, projectPlace } from './place.ts';
import { type Upstream, upstreamOfMinutes, upstreamOfPackage, upstreamOfProposal } from './upstream.ts';

/** What a page is made from. */
export interface Origins {
  /** The file to change first; after it what else is shown. */
  files: Place[];
  /** Who keeps what the page only shows. */
  upstream: Upstream[];
}

type Find = (site: Content, ...parts: string[]) => Origins | undefined;

/** Every kind of page, by its address below the site's root. The first that fits decides. */
const KINDS: [address: RegExp, find: Find][] = [
  [/^\/$/, code('index')],
  [/^\/search\/$/, code('search')],
  [/^\/404(?:\/|\.html)?$/, code('404')],
  [/^\/(?:meetings|decisions|people)\/(?:(?:\d{4}|undated)\/)?$/, notes],
  [/^\/people\/[^/]+\/$/, notes],
  [/^\/meetings\/([^/]+)\/$/, meeting],
  [/^\/problems\/$/, broken],
  [/^\/audit\/$/, audit],
  [/^\/proposals\/$/, authored('proposals/', 'events/')],
  [/^\/proposals\/([^/]+)\/$/, proposal],
  [/^\/criteria\/$/, authored('criteria/')],
  [/^\/criteria\/([^/]+)\/$/, (site, set = '') => authored(`criteria/${set}.yml`)(site)],
  [/^\/preview-2\/(?:launch\/)?$/, authored('events/', 'criteria/', 'proposals/')],
  [/^\/(?:changes|chairs)\/$/, authored('events/')],
  [/^\/stability\/$/, (site) => packages(site, site.packages)],
  [/^\/examples\/$/, (site) => of(projectPlace(site, 'runnable-examples/'))],
  [/^\/examples\/([^/]+)\/$/, example],
  [/^\/cache\/conformance\/$/, (site) => of(projectPlace(site, 'src/cache-suite/conformance/'))],
  [/^\/wit\/(?:[^/]+\/)?$/, (site) => packages(site, site.packages)],
  [/^(\/wit\/[^/]+\/[^/]+\/)(?:latest\/|compare\/)?$/, allVersions],
  [/^(\/wit\/[^/]+\/[^/]+\/)compare\/([^/]+?)\.\.([^/]+)\/$/, twoVersions],
  [/^(\/wit\/[^/]+\/[^/]+\/)latest\/([^/]+)\/$/, latestItem],
  [/^(\/wit\/[^/]+\/[^/]+\/[^/]+\/)$/, version],
  [/^(\/wit\/[^/]+\/[^/]+\/[^/]+\/)([^/]+)\/$/, itemOrFile],
];

/**
 * What the page at an address is made from.
 * @param prose the file of a page that is one Markdown file, from the top of the project.
 * @throws for a page of a kind that is not listed here.
 */
export function originsOf(site: Content, address: string, prose?: string): Origins {
  if (prose) return of(projectPlace(site, prose));
  for (const [pattern, find] of KINDS) {
    const match = pattern.exec(address);
    const found = match && find(site, ...match.slice(1));
    if (found) return found;
  }
  throw new Error(`${address}: src/site/origins/page-origins.ts does not say what this page is made from`);
}

function of(...files: Place[]): Origins {
  return { files, upstream: [] };
}

/** A page of few words, which stand in its own code. */
function code(name: string): (site: Content) => Origins {
  return (site) => of(projectPlace(site, `src/site/pages/${name}.astro`));
}

/** What people write for the tracker; nobody has over other people's files, and then the page says just that. */
function authored(...paths: string[]): (site: Content) => Origins {
  return (site) =>
    of(
      ...(site.own ? paths.map((path) => `content/${path}`) : ['src/site/pages/']).map((path) =>
        projectPlace(site, path),
      ),
    );
}

function notes(site: Content): Origins {
  const read = site.meetings.map(({ meeting: { path } }) => placeOf(site.fileOrigins, path));
  return site.own || read.length === 0 ? of(projectPlace(site, 'content/meetings/')) : of(...foldersOf(read));
}

function meeting(site: Content, slug: string): Origins | undefined {
  const found = site.meetings.find((entry) => entry.slug === slug)?.meeting;
  if (!found) return undefined;
  const upstream = found.source ? upstreamOfMinutes(found.source) : [];
  return { files: [placeOf(site.fileOrigins, found.path)], upstream };
}

function broken(site: Content): Origins {
  const files = site.broken.map(({ path }) => placeOf(site.fileOrigins, path));
  return files.length > 0 ? of(...foldersOf(files)) : code('problems')(site);
}

function audit(site: Content): Origins {
  const page = site.audit ? [placeOf(site.fileOrigins, site.audit.path)] : [];
  return of(...page, ...notes(site).files);
}

function proposal(site: Content, id: string): Origins {
  const [files, events] = [`content/proposals/${id}.yml`, 'content/events/'].map((path) =>
    projectPlace(site, path),
  ) as [Place, Place];
  return { files: [files, events], upstream: upstreamOfProposal(site, id) };
}

function example(site: Content, id: string): Origins {
  return of(
    ...['README.md', 'example.js'].map((name) => projectPlace(site, `runnable-examples/${id}/${name}`)),
  );
}

function packages(site: Content, some: readonly Package[]): Origins {
  const files = some.flatMap((pkg) =>
    packageFiles(site, pkg.package).map(({ path }) => placeOf(site.fileOrigins, path)),
  );
  return of(...(files.length > 0 ? foldersOf(files) : [projectPlace(site, 'wit/')]));
}

/** Packages of one name, and those who keep them. */
function named(site: Content, some: readonly Package[], files = packages(site, some).files): Origins {
  return { files, upstream: upstreamOfPackage(site, some[0]?.name ?? '') };
}

const byPath: (site: Content) => ReadonlyMap<string, Package> = remember(
  ({ packages: all }) => new Map(all.map((pkg) => [packagePath(pkg.package), pkg])),
);

const versionsByPath: (site: Content) => ReadonlyMap<string, readonly Package[]> = remember(
  (site) => new Map([...releases(site)].map(([name, { versions }]) => [latestPath(name), versions])),
);

function allVersions(site: Content, path: string): Origins | undefined {
  const found = versionsByPath(site).get(path);
  return found && named(site, found);
}

function twoVersions(site: Content, path: string, older: string, newer: string): Origins {
  const pair = [older, newer].flatMap((one) => byPath(site).get(`${path}${one}/`) ?? []);
  const files = pair.flatMap((pkg) => packages(site, [pkg]).files);
  return named(site, pair, files);
}

function latestItem(site: Content, path: string, name: string): Origins | undefined {
  const pkg = latestItems(versionsByPath(site).get(path) ?? []).get(name);
  return pkg && item(site, pkg, name);
}

function version(site: Content, path: string): Origins | undefined {
  const pkg = byPath(site).get(path);
  return pkg && named(site, [pkg]);
}

function itemOrFile(site: Content, path: string, name: string): Origins | undefined {
  const pkg = byPath(site).get(path);
  if (!pkg) return undefined;
  const file = packageFiles(site, pkg.package).find((one) => one.name === name);
  if (!file) return item(site, pkg, name);
  return named(
    site,
    [pkg],
    [{ ...placeOf(site.fileOrigins, file.path), ...(file.first > 1 && { line: file.first }) }],
  );
}

function item(site: Content, pkg: Package, name: string): Origins | undefined {
  const found = [...pkg.interfaces, ...pkg.worlds].find((one) => one.name === name);
  const { path, line } = found?.source ?? {};
  return path === undefined ? undefined : named(site, [pkg], [{ ...placeOf(site.fileOrigins, path), line }]);
}
