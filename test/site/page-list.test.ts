import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { loadContent, readGroup } from '../../src/load/index.ts';
import { breadcrumbs } from '../../src/site/breadcrumbs.ts';
import type { Content } from '../../src/site/content.ts';
import { homeSections } from '../../src/site/home-sections.ts';
import { allPages, mayLink, namedPages } from '../../src/site/pages.ts';
import { routes } from '../../src/site/routes.ts';
import { sidebar } from '../../src/site/sidebar.ts';
import { toContent } from '../../src/site/to-content.ts';
import { builtPages } from './pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = join(ROOT, 'content/docs');
const own = toContent(await loadContent(await readGroup()), null);
const nothing: Content = {
  ...own,
  own: false,
  meetings: [],
  people: { ...own.people, people: [] },
  tracker: { ...own.tracker, proposals: [], criteria: [], events: [] },
  packages: [],
  resolved: { ...own.resolved, packages: [] },
};

/** Sites that have one thing and lack all others. */
const SITES: [what: string, site: Content][] = [
  ['everything', own],
  ['nothing', nothing],
  ['notes', { ...nothing, meetings: own.meetings }],
  [
    'notes without a decision',
    { ...nothing, meetings: own.meetings.filter(({ meeting }) => meeting.decisions.length === 0) },
  ],
  ['people', { ...nothing, people: own.people }],
  ['WIT', { ...nothing, packages: own.packages, resolved: own.resolved }],
  ['proposals', { ...nothing, tracker: { ...nothing.tracker, proposals: own.tracker.proposals } }],
  ['criteria', { ...nothing, tracker: { ...nothing.tracker, criteria: own.tracker.criteria } }],
  ['a page kept by hand', { ...nothing, audit: { path: 'p.md', drift: [] } }],
];

describe('the list of pages', () => {
  it('has every page that was built, and no other', async () => {
    const prose = /^\/(start|process|cache|adopt|contributing|reference|examples)\/./;
    const built = (await builtPages(inject('siteDir'))).map(({ path }) => path.replace('404.html', '404/'));
    const listed = new Set(allPages(own).keys());
    expect(built.filter((path) => !listed.has(path) && !prose.test(path))).toEqual(['/examples/']);
    expect([...listed].filter((path) => !built.includes(path))).toEqual([]);
  });

  it.each(SITES)('is all that leads anywhere: with %s', (_, site) => {
    const pages = allPages(site);
    const prose = /^\/(start|process|cache|adopt|contributing|reference|examples)\/./;
    const menu = sidebar(DOCS, site).flatMap(({ items }) => items.map(({ link }) => link));
    const home = homeSections(site).flatMap(({ path, more }) => [path, ...more.map((one) => one.path)]);
    const named = namedPages(site, []).map(({ url }) => `/${url}`);
    const crumbs = [...pages.keys()].flatMap((path) =>
      breadcrumbs(path, site).flatMap((crumb) => crumb.path ?? []),
    );
    const lost = [...menu, ...home, ...named, ...crumbs].filter(
      (path) => !pages.has(path) && !prose.test(path),
    );
    expect([...new Set(lost)]).toEqual([]);
    expect(named.filter((path) => !mayLink(site)(path))).toEqual([]);
    const made = new Set(routes(site).map(({ pattern }) => `${pattern}/`.replace('//', '/')));
    for (const { kind } of pages.values()) expect(made).toContain(kind.address);
  });

  it('lets nobody link to what is not there, and takes prose on trust', () => {
    const may = mayLink(nothing);
    expect(['/meetings/', '/wit/wasi/io/', '/proposals/io/', '/cache/conformance/'].filter(may)).toEqual([]);
    expect(may('/cache/semantics/')).toBe(true);
  });
});
