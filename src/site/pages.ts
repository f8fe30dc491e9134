import { FIRST_RELEASE } from '../tracker/index.ts';
import type { Content } from './content.ts';
import { interfaceViews, releaseViews, viewPath } from './implementations/views.ts';
import { summarise } from './meetings/summary.ts';
import { byYear } from './meetings/years.ts';
import {
  authored,
  brokenFiles,
  code,
  example,
  notes,
  type Origins,
  of,
  ofAudit,
  ofFile,
  ofItem,
  ofMeeting,
  ofPackages,
  ofProposal,
  releasesOf,
} from './origins/page-origins.ts';
import { projectPlace } from './origins/place.ts';
import { remember } from './remember.ts';
import { longDay } from './render/day.ts';
import { releaseName } from './render/release-name.ts';
import { publishedReleases } from './tracker/published-releases.ts';
import { judgedReleases } from './tracker/status-for-release.ts';
import { eventDays } from './tracker/tracker-data.ts';
import { comparePath, itemPath, latestPath, packageParams, packagePath } from './wit/addresses.ts';
import { latestItems, pageItems, releases } from './wit/releases.ts';
import { packageFiles } from './wit/source-files.ts';
import { steps } from './wit/steps.ts';
import { unstableNow } from './wit/unstable.ts';
import { upgradesTo03 } from './wit/upgrade.ts';

/** The headings of the menu. */
export type Heading = 'Start' | 'Minutes' | 'Preview 2' | 'Interfaces' | 'Process' | 'Contribute' | 'Data';

/** One page of the site. */
export interface Page {
  /** Its address from the site's root: `/people/ada/`. */
  path: string;
  /** What people look for it by; a page without is reached from others only. */
  title?: string;
  /** What lists say behind the title. */
  summary?: string | undefined;
  /** What it is made of: the file to change first comes first. */
  origins(): Origins;
  /** The year under which it is filed, where that says more than its address. */
  year?: string;
}

/** A kind of page: one file below `pages/`, one page or a series of them. */
export interface PageKind {
  /** As its file is called, `[x]` where the pages of a series differ: `/people/[person]/`. */
  address: string;
  /** The pages that this content makes; none where there would be nothing to show. */
  pages(site: Content): Page[];
  /** What the one page of a kind is called. */
  title?: string;
  /** Where the menu has it, under its title or a shorter label. */
  menu?: { heading: Heading; label?: string };
  /** What pages below it call it; its title or else the last part of its address, unless told. */
  crumb?: string;
  /** The heading under which `llms.txt` lists a series. */
  listed?: string;
}

/** A page that there is once. */
function single(
  address: string,
  title: string | undefined,
  origins: (site: Content) => Origins,
  {
    when = () => true,
    ...rest
  }: { when?: (site: Content) => boolean } & Pick<PageKind, 'menu' | 'crumb'> = {},
): PageKind {
  const page = (site: Content): Page => ({
    path: address,
    ...(title !== undefined && { title }),
    origins: () => origins(site),
  });
  return {
    address,
    ...(title !== undefined && { title }),
    pages: (site) => (when(site) ? [page(site)] : []),
    ...rest,
  };
}

const isTracked = ({ tracker }: Content) => tracker.proposals.length > 0;
const hasPreview2 = (site: Content) =>
  isTracked(site) && site.tracker.criteria.some(({ release }) => release === FIRST_RELEASE);
const hasWit = ({ packages }: Content) => packages.length > 0;
const hasExamples = ({ examples }: Content) => examples !== null;
const standing = authored('events/', 'criteria/', 'proposals/');

/**
 * Every kind of page but prose, which is one file of `content/docs` each. The menu, the way back, the start page, the
 * list of names, `llms.txt`, what a page is made of and which pages are built at all follow from this list. Where two
 * kinds could claim an address, the first does.
 */
export const PAGE_KINDS: readonly PageKind[] = [
  single('/', 'Home', code('index')),
  single('/404/', undefined, code('404')),
  single('/search/', 'Search', code('search')),

  single('/meetings/', 'Meetings', notes, {
    when: ({ meetings }) => meetings.length > 0,
    menu: { heading: 'Minutes' },
  }),
  single('/decisions/', 'Decisions', notes, {
    when: ({ meetings }) => meetings.some(({ meeting }) => summarise(meeting).decisions.length > 0),
    menu: { heading: 'Minutes' },
  }),
  single('/people/', 'People', notes, {
    when: ({ people }) => people.people.length > 0,
    menu: { heading: 'Minutes' },
  }),
  single('/audit/', 'Audit of the proposals page', ofAudit, {
    when: ({ audit }) => audit !== null,
    menu: { heading: 'Minutes', label: 'Audit' },
  }),
  single('/problems/', 'Files with errors', brokenFiles, {
    when: ({ broken }) => broken.length > 0,
    menu: { heading: 'Minutes' },
  }),

  single('/preview-2/', 'Preview 2 board', standing, {
    when: hasPreview2,
    menu: { heading: 'Preview 2', label: 'Board' },
    crumb: 'Preview 2',
  }),
  single('/preview-2/launch/', 'The launch of Preview 2', standing, {
    when: hasPreview2,
    menu: { heading: 'Preview 2', label: 'Launch' },
  }),
  single('/releases/', 'Releases', authored('events/'), {
    when: (site) => publishedReleases(site).length > 0,
    menu: { heading: 'Preview 2' },
  }),
  single('/proposals/', 'Proposals', authored('proposals/', 'events/'), {
    when: isTracked,
    menu: { heading: 'Preview 2' },
  }),
  single('/criteria/', 'Criteria', authored('criteria/'), {
    when: ({ tracker }) => tracker.criteria.length > 0,
    menu: { heading: 'Preview 2' },
  }),
  single('/changes/', 'What changed', authored('events/'), {
    when: ({ tracker }) => eventDays(tracker).length > 0,
    menu: { heading: 'Preview 2' },
  }),
  single('/chairs/', 'For chairs', authored('events/'), { when: isTracked, menu: { heading: 'Preview 2' } }),

  single('/wit/', 'WIT packages', (site) => ofPackages(site, site.packages), {
    when: hasWit,
    menu: { heading: 'Interfaces' },
    crumb: 'WIT',
  }),
  single('/stability/', 'Stability', (site) => ofPackages(site, site.packages), {
    when: hasWit,
    menu: { heading: 'Interfaces' },
  }),
  single(
    '/unstable/',
    'Unstable now',
    (site) => ofPackages(site, [...new Set(unstableNow(site).map((one) => one.package))]),
    {
      when: (site) => unstableNow(site).length > 0,
      menu: { heading: 'Interfaces' },
    },
  ),
  single(
    '/upgrade/0.2-to-0.3/',
    'From WASI 0.2 to 0.3',
    (site) =>
      ofPackages(
        site,
        upgradesTo03(site).flatMap(({ older, newer }) => [older, newer]),
      ),
    { when: (site) => upgradesTo03(site).length > 0, menu: { heading: 'Interfaces', label: '0.2 to 0.3' } },
  ),
  single('/check/', 'Check your own file', code('check/index'), {
    when: hasWit,
    menu: { heading: 'Interfaces' },
    crumb: 'Check',
  }),
  single('/implementations/', 'Implementations', code('implementations/index'), {
    when: ({ matrix }) => matrix !== null,
    menu: { heading: 'Interfaces' },
  }),
  single('/implementations/differences/', 'Where runtimes disagree', code('implementations/differences'), {
    when: ({ matrix }) => matrix !== null,
  }),
  single('/examples/', 'Examples', (site) => of(projectPlace(site, 'runnable-examples/')), {
    when: hasExamples,
    menu: { heading: 'Interfaces' },
  }),
  single(
    '/cache/conformance/',
    'Promises of the cache, tried',
    (site) => of(projectPlace(site, 'src/cache-suite/conformance/')),
    { when: ({ own }) => own },
  ),

  {
    address: '/proposals/[proposal]/',
    listed: 'Proposals',
    pages: (site) =>
      site.tracker.proposals.map(({ id, title, summary }) => ({
        path: `/proposals/${id}/`,
        title,
        summary,
        origins: () => ofProposal(site, id),
      })),
  },
  {
    address: '/boards/[release]/',
    listed: 'Boards',
    pages: (site) =>
      isTracked(site)
        ? judgedReleases(site.tracker)
            .filter((release) => release !== FIRST_RELEASE)
            .map((release) => ({
              path: `/boards/${release}/`,
              title: `${releaseName(release)} board`,
              origins: () => standing(site),
            }))
        : [],
  },
  {
    address: '/releases/[version]/',
    listed: 'Releases',
    pages: (site) =>
      publishedReleases(site).map(({ version }) => ({
        path: `/releases/${version}/`,
        title: `Release ${version}`,
        origins: () => authored('events/')(site),
      })),
  },
  {
    address: '/criteria/[set]/',
    listed: 'Criteria',
    pages: (site) =>
      site.tracker.criteria.map(({ id, title }) => ({
        path: `/criteria/${id}/`,
        title,
        origins: () => authored(`criteria/${id}.yml`)(site),
      })),
  },
  {
    address: '/meetings/[year]/',
    pages: (site) =>
      byYear(site.meetings).map(({ year }) => ({ path: `/meetings/${year}/`, origins: () => notes(site) })),
  },
  {
    address: '/meetings/[meeting]/',
    listed: 'Minutes',
    pages: (site) =>
      site.meetings.map(({ slug, meeting }) => ({
        path: `/meetings/${slug}/`,
        title: meeting.date ? `Meeting of ${longDay(meeting.date)}` : meeting.title || slug,
        origins: () => ofMeeting(site, meeting),
        ...(/^\d{4}-/.test(slug) && { year: slug.slice(0, 4) }),
      })),
  },
  {
    address: '/people/[person]/',
    pages: (site) =>
      site.people.people.map(({ id }) => ({ path: `/people/${id}/`, origins: () => notes(site) })),
  },
  {
    address: '/examples/[example]/',
    pages: (site) =>
      (site.examples?.examples ?? []).map(({ id, title }) => ({
        path: `/examples/${id}/`,
        title,
        origins: () => example(site, id),
      })),
  },

  {
    address: '/implementations/[release]/',
    pages: (site) =>
      releaseViews(site).map((view) => ({
        path: viewPath(view),
        title: `Implementations of WASI ${view.release}`,
        origins: () => code('implementations/index')(site),
      })),
  },
  {
    address: '/implementations/[release]/[face]/',
    pages: (site) =>
      interfaceViews(site).map((view) => ({
        path: viewPath(view),
        origins: () => code('implementations/index')(site),
      })),
  },
  {
    address: '/wit/[namespace]/',
    pages: (site) =>
      [...new Set([...releases(site).keys()].map((name) => packageParams(name).namespace))].map(
        (namespace) => ({
          path: `/wit/${namespace}/`,
          origins: () => ofPackages(site, site.packages),
        }),
      ),
  },
  {
    address: '/wit/[namespace]/[name]/',
    pages: (site) => perName(site, (name) => latestPath(name)),
  },
  {
    address: '/wit/[namespace]/[name]/latest/',
    pages: (site) => perName(site, (name) => `${latestPath(name)}latest/`),
  },
  {
    address: '/wit/[namespace]/[name]/latest/[item]/',
    pages: (site) =>
      [...releases(site).values()].flatMap(({ name, versions }) =>
        [...latestItems(versions)].map(([item, pkg]) => ({
          path: latestPath(name, item),
          origins: () => ofItem(site, pkg, item),
        })),
      ),
  },
  {
    address: '/wit/[namespace]/[name]/compare/',
    pages: (site) => perName(site, (name) => `${latestPath(name)}compare/`),
  },
  {
    address: '/wit/[namespace]/[name]/compare/[pair]/',
    pages: (site) =>
      [...releases(site).keys()].flatMap((name) =>
        steps(site, name).map(({ older, newer }) => ({
          path: comparePath(name, older.version ?? '', newer.version ?? ''),
          origins: () =>
            releasesOf(
              site,
              [older, newer],
              [older, newer].flatMap((pkg) => ofPackages(site, [pkg]).files),
            ),
        })),
      ),
  },
  {
    address: '/wit/[namespace]/[name]/[version]/',
    listed: 'WIT packages',
    pages: (site) =>
      site.packages.map((pkg) => ({
        path: packagePath(pkg.package),
        title: pkg.package,
        origins: () => releasesOf(site, [pkg]),
      })),
  },
  {
    address: '/wit/[namespace]/[name]/[version]/[item]/',
    pages: (site) =>
      site.packages.flatMap((pkg) =>
        pageItems(pkg).map(({ name }) => ({
          path: itemPath({ address: `${pkg.name}/${name}`, package: pkg.package }),
          title: `${pkg.name}/${name}${pkg.version ? `@${pkg.version}` : ''}`,
          origins: () => ofItem(site, pkg, name),
        })),
      ),
  },
  {
    address: '/wit/[namespace]/[name]/[version]/[file]/',
    pages: (site) =>
      site.packages.flatMap((pkg) =>
        packageFiles(site, pkg.package).map((file) => ({
          path: `${packagePath(pkg.package)}${file.name}/`,
          origins: () => ofFile(site, pkg, file),
        })),
      ),
  },
];

/** What is there for each package, whatever its versions. */
function perName(site: Content, path: (name: string) => string): Page[] {
  return [...releases(site).values()].map(({ name, versions }) => ({
    path: path(name),
    origins: () => releasesOf(site, versions),
  }));
}

/** A page with what is said of its kind. */
export interface ListedPage extends Page {
  kind: PageKind;
}

/** Every page that this content makes, but for prose, by its path. */
export const allPages: (site: Content) => ReadonlyMap<string, ListedPage> = remember((site) => {
  const found = new Map<string, ListedPage>();
  for (const kind of PAGE_KINDS)
    for (const page of kind.pages(site)) if (!found.has(page.path)) found.set(page.path, { ...page, kind });
  return found;
});

/** The addresses of kinds, as what they match. */
const MADE = PAGE_KINDS.map(({ address }) => new RegExp(`^${address.replace(/\[[^\]]+\]/g, '[^/]+')}$`, 'u'));

/**
 * Whether a path from the site's root may be linked to: a page made of content, or its copy
 * as Markdown, has to exist; prose always does.
 */
export const mayLink: (site: Content) => (path: string) => boolean = remember((site) => {
  const pages = allPages(site);
  return (path) => {
    const page = path.replace(/(?:\.md|\/)?$/, '/');
    return pages.has(page) || !MADE.some((address) => address.test(page));
  };
});

/**
 * What the page at a path is made of.
 * @param prose the file of a page that is one Markdown file, from the top of the project.
 * @throws for a page that the list does not have.
 */
export function originsOf(site: Content, path: string, prose?: string): Origins {
  if (prose) return of(projectPlace(site, prose));
  const page = allPages(site).get(path);
  if (!page) throw new Error(`${path}: src/site/pages.ts has no such page`);
  return page.origins();
}

/** The values of `[x]` in an address, for each page of its kind: what Astro asks a page of a series for. */
export function pathsOf(site: Content, address: string): { params: Record<string, string> }[] {
  const names = [...address.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name);
  const values = new RegExp(`^${address.replace(/\[[^\]]+\]/g, '([^/]+)')}$`, 'u');
  return [...allPages(site).values()]
    .filter(({ kind }) => kind.address === address)
    .map(({ path }) => {
      const [, ...parts] = values.exec(path) ?? [];
      return { params: Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ''])) };
    });
}

/** A page that people look for by name; its address is relative to the site's root. */
export interface NamedPage {
  title: string;
  url: string;
}

/** The pages that people look for by name, single ones first and then the prose given. */
export function namedPages(site: Content, prose: readonly NamedPage[]): NamedPage[] {
  const named = (once: boolean) =>
    [...allPages(site).values()].flatMap(({ path, title, kind }) =>
      title !== undefined && (kind.address === path) === once ? [{ title, url: path.slice(1) }] : [],
    );
  return [...named(true), ...prose, ...named(false)];
}
