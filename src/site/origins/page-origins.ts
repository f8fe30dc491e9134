import type { Meeting } from '../../meetings/index.ts';
import type { Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { type PackageFile, packageFiles } from '../wit/source-files.ts';
import { foldersOf, type Place, placeOf, projectPlace } from './place.ts';
import { type Upstream, upstreamOfMinutes, upstreamOfPackage, upstreamOfProposal } from './upstream.ts';

/** What a page is made from. */
export interface Origins {
  /** The file to change first; after it what else is shown. */
  files: Place[];
  /** Who keeps what the page only shows. */
  upstream: Upstream[];
}

/** Made of these, which nobody else keeps. */
export function of(...files: Place[]): Origins {
  return { files, upstream: [] };
}

/** A page of few words, which stand in its own code. */
export function code(name: string): (site: Content) => Origins {
  return (site) => of(projectPlace(site, `src/site/pages/${name}.astro`));
}

/** What people write for the tracker; nobody has over other people's files, and then the page says just that. */
export function authored(...paths: string[]): (site: Content) => Origins {
  return (site) =>
    of(
      ...(site.own ? paths.map((path) => `content/${path}`) : ['src/site/pages/']).map((path) =>
        projectPlace(site, path),
      ),
    );
}

/** The folders of the notes. */
export function notes(site: Content): Origins {
  const read = site.meetings.map(({ meeting: { path } }) => placeOf(site.fileOrigins, path));
  return site.own || read.length === 0 ? of(projectPlace(site, 'content/meetings/')) : of(...foldersOf(read));
}

/** The notes of one meeting, and those who keep its original. */
export function ofMeeting(site: Content, { path, source }: Meeting): Origins {
  return { files: [placeOf(site.fileOrigins, path)], upstream: source ? upstreamOfMinutes(source) : [] };
}

/** The folders of the files that have errors. */
export function brokenFiles(site: Content): Origins {
  return of(...foldersOf(site.broken.map(({ path }) => placeOf(site.fileOrigins, path))));
}

/** The page kept by hand, and the notes. */
export function ofAudit(site: Content): Origins {
  const page = site.audit ? [placeOf(site.fileOrigins, site.audit.path)] : [];
  return of(...page, ...notes(site).files);
}

/** A proposal, its events, and those who work on it. */
export function ofProposal(site: Content, id: string): Origins {
  const { files } = authored(`proposals/${id}.yml`, 'events/')(site);
  return { files, upstream: upstreamOfProposal(site, id) };
}

/** An example's folder. */
export function example(site: Content, id: string): Origins {
  return of(
    ...['README.md', 'example.js'].map((name) => projectPlace(site, `runnable-examples/${id}/${name}`)),
  );
}

/** The folders of some packages. */
export function ofPackages(site: Content, some: readonly Package[]): Origins {
  const files = some.flatMap((pkg) =>
    packageFiles(site, pkg.package).map(({ path }) => placeOf(site.fileOrigins, path)),
  );
  return of(...(files.length > 0 ? foldersOf(files) : [projectPlace(site, 'wit/')]));
}

/** Releases of one package, and those who keep it. @param files their folder together, unless told. */
export function releasesOf(
  site: Content,
  some: readonly Package[],
  files: Place[] = ofPackages(site, some).files,
): Origins {
  return { files, upstream: upstreamOfPackage(site, some[0]?.name ?? '') };
}

/** An interface or world, from the line where it begins. */
export function ofItem(site: Content, pkg: Package, name: string): Origins {
  const found = [...pkg.interfaces, ...pkg.worlds].find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in ${pkg.package}`);
  const { path, line } = found.source;
  return releasesOf(site, [pkg], [{ ...placeOf(site.fileOrigins, path), line }]);
}

/** A file of a package, or the part of one that the package is nested in. */
export function ofFile(site: Content, pkg: Package, { path, first }: PackageFile): Origins {
  return releasesOf(site, [pkg], [{ ...placeOf(site.fileOrigins, path), ...(first > 1 && { line: first }) }]);
}
