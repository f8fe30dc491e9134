import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import {
  type FileOrigins,
  loadContent,
  type Repository,
  readGroup,
  repositoryAt,
} from '../../src/load/index.ts';
import { editUrl, issuesUrl, newIssueUrl, viewUrl } from '../../src/site/origins/forge-links.ts';
import { foldersOf, type Place, placeOf } from '../../src/site/origins/place.ts';
import { reportText } from '../../src/site/origins/report-text.ts';
import { originsOf } from '../../src/site/pages.ts';
import { toContent } from '../../src/site/to-content.ts';
import { attributes, type BuiltPage, builtPages, decode } from './pages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const content = toContent(await loadContent(await readGroup()), null);

describe('every page of the site', async () => {
  const pages = await builtPages(inject('siteDir'));
  const parts = new Map(pages.map((page) => [page.path, originPart(page)]));

  it('says what it is made from, and that is there', () => {
    expect(pages.length).toBeGreaterThan(100);
    const wrong = [...parts].filter(([, part]) => {
      const files = filesIn(part);
      return files.length === 0 || !files.every(isThere);
    });
    expect(wrong.map(([path, part]) => [path, filesIn(part)])).toEqual([]);
  });

  it('takes a report: to a form that holds the page, or as a text to copy that does', () => {
    const without = [...parts].filter(
      ([path, part]) => !reportIn(part).includes(path.replace('404.html', '404')),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it('offers its own file to whoever may edit, if it is known where that is', () => {
    const { repository } = content.fileOrigins.project;
    const own = [...parts].filter(
      ([, part]) => !part.includes('(npm package') && filesIn(part).some((path) => !path.endsWith('/')),
    );
    expect(own.length).toBeGreaterThan(50);
    const offered = own.filter(([, part]) => part.includes('Edit this page'));
    expect(offered.length).toBe(repository && repository.forge !== 'other' ? own.length : 0);
  });

  it.each([
    ['/cache/semantics/', 'content/docs/cache/semantics.md'],
    ['/meetings/2023-07-13/', 'content/meetings/2023-07-13.md'],
    ['/decisions/', 'content/meetings/'],
    ['/proposals/keyvalue/', 'content/proposals/keyvalue.yml'],
    ['/criteria/preview-2-launch/', 'content/criteria/preview-2-launch.yml'],
    ['/preview-2/', 'content/events/'],
    ['/examples/get-or-set/', 'runnable-examples/get-or-set/README.md'],
    ['/wit/wasi/keyvalue/0.1.0/', 'wit/wasi_keyvalue@0.1.0/'],
    ['/wit/wasi/keyvalue/0.1.0/cache/', 'wit/wasi_keyvalue@0.1.0/cache.wit'],
    ['/wit/wasi/keyvalue/latest/cache/', 'wit/wasi_keyvalue@0.1.0/cache.wit'],
    ['/wit/wasi/keyvalue/0.1.0/cache.wit/', 'wit/wasi_keyvalue@0.1.0/cache.wit'],
    ['/cache/conformance/', 'src/cache-suite/conformance/'],
    ['/', 'src/site/pages/index.astro'],
  ])('has its source where somebody would change it: %s', (path, file) => {
    expect(filesIn(parts.get(path) ?? '')[0]).toBe(file);
  });

  it('of an interface names the line, the proposal that keeps it, and where its problems go', () => {
    const part = parts.get('/wit/wasi/keyvalue/0.1.0/cache/') ?? '';
    expect(textOf(part)).toMatch(/cache\.wit, line \d+\./);
    for (const path of parts.keys()) {
      if (!/^\/wit\/wasi\/keyvalue\//.test(path)) continue;
      const links = attributes(parts.get(path) ?? '', 'href');
      expect(links, path).toContain('https://github.com/WebAssembly/wasi-keyvalue');
      expect(links, path).toContain('https://github.com/WebAssembly/wasi-keyvalue/issues');
    }
  });

  it('of restated minutes leads to the original and to those who keep it', () => {
    for (const { slug, meeting } of content.meetings) {
      const links = attributes(parts.get(`/meetings/${slug}/`) ?? '', 'href');
      expect(links, slug).toContain(meeting.source);
      expect(links, slug).toContain('https://github.com/WebAssembly/meetings/issues');
    }
  });

  it('tells nothing of the machine that it was built on', () => {
    const telling = pages.filter(
      ({ html }) => html.includes(ROOT) || /file:\/\/|\/node_modules\//.test(html),
    );
    expect(telling.map(({ path }) => path)).toEqual([]);
  });
});

describe('a page of a kind that nobody listed', () => {
  it('stops the build and names the file that is to be mended', () => {
    expect(() => originsOf(content, '/a/new/page/')).toThrow(/pages\.ts/);
    expect(() => originsOf(content, '/wit/wasi/keyvalue/0.1.0/no-such-item/')).toThrow();
  });
});

describe('the place of a file', () => {
  const paint: Repository & { branch: string } = {
    url: 'https://github.com/demo/paint',
    forge: 'github',
    branch: 'main',
  };
  const fileOrigins: FileOrigins = {
    project: { given: '../witness', path: '', repository: null },
    given: [
      { given: '../notes', path: 'minutes', repository: paint },
      { given: '../notes/old', path: 'archive', repository: null },
      { given: '/home/ada/wit', path: 'wit', repository: paint, commit: 'abc' },
    ],
  };

  it.each([
    ['../notes/2031/a.md', { path: 'minutes/2031/a.md', repository: paint }],
    ['..\\notes\\2031\\a.md', { path: 'minutes/2031/a.md', repository: paint }],
    ['../notes/old/a.md', { path: 'archive/a.md', repository: null }],
    ['../notes-of-others/a.md', { path: 'a.md', repository: null }],
    ['/home/ada/wit/store.wit', { path: 'wit/store.wit', repository: paint, commit: 'abc' }],
    ['../witness/content/docs/a.md', { path: 'content/docs/a.md', repository: null }],
    [
      '../witness/node_modules/@a/b/wit/c.wit',
      { path: 'wit/c.wit', repository: null, of: 'npm package @a/b' },
    ],
    ['/home/ada/secret/plan.md', { path: 'plan.md', repository: null }],
  ])('%s', (read, place) => {
    expect(placeOf(fileOrigins, read)).toEqual(place);
  });

  it('is a folder, where a page is made from several files', () => {
    const paths = [
      '../notes/2031/a.md',
      '../notes/2031/b/c.md',
      '/home/ada/wit/store.wit',
      '../notes/old/a.md',
    ];
    const folders = foldersOf(paths.map((path) => placeOf(fileOrigins, path)));
    expect(folders.map(({ path }) => path)).toEqual(['./', 'archive/a.md']);
    expect(foldersOf(paths.slice(0, 2).map((path) => placeOf(fileOrigins, path)))[0]?.path).toBe(
      'minutes/2031/',
    );
  });
});

describe('the addresses of a forge', () => {
  const place = (url: string, more: Partial<Place> = {}): Place => {
    const repository = repositoryAt(url);
    return {
      path: 'a b/c@1.wit',
      line: 7,
      repository: repository && { ...repository, branch: 'feature/x' },
      ...more,
    };
  };

  it.each([
    ['https://github.com/o/r', 'edit/feature/x', 'blob/feature/x', 'tree/feature/x', 'issues'],
    ['https://gitlab.com/o/s/r', '-/edit/feature/x', '-/blob/feature/x', '-/tree/feature/x', '-/issues'],
    ['https://codeberg.org/o/r', '_edit/feature/x', 'src/branch/feature/x', 'src/branch/feature/x', 'issues'],
  ])('%s', (url, edit, view, folder, issues) => {
    expect(editUrl(place(url))).toBe(`${url}/${edit}/a%20b/c%401.wit#L7`);
    expect(viewUrl(place(url))).toBe(`${url}/${view}/a%20b/c%401.wit#L7`);
    const whole = place(url, { path: 'a b/', line: undefined });
    expect(viewUrl(whole)).toBe(`${url}/${folder}/a%20b`);
    expect(editUrl(whole)).toBeNull();
    const repository = repositoryAt(url);
    if (!repository) throw new Error('no repository');
    expect(issuesUrl(repository)).toBe(`${url}/${issues}`);
    const form = new URL(newIssueUrl(repository, { title: 'A & B', body: 'x\n\n> y' }) ?? '');
    expect(form.pathname).toMatch(/\/issues\/new$/);
    expect([...form.searchParams.values()]).toEqual(['A & B', 'x\n\n> y']);
  });

  it('are not made up for a server that nobody knows', () => {
    const unknown = place('https://code.example.org/o/r');
    expect([editUrl(unknown), viewUrl(unknown)]).toEqual([null, null]);
    expect(viewUrl(place('/srv/git/r'))).toBeNull();
  });
});

describe('a report', () => {
  const files: Place[] = [{ path: 'a.wit', line: 3, repository: null, commit: '0123456789abcdef' }];

  it('holds the page, what it says, its files and the state of the record', () => {
    const { title, body } = reportText({
      title: 'Semantics',
      url: 'https://example.org/s/',
      summary: 'A value may be gone.',
      files: [...files, { path: 'b/', repository: null, of: 'npm package c' }],
      recordUntil: '25 June 2026',
    });
    expect(title).toBe('On the page “Semantics”');
    expect(body).toBe(
      'Page: Semantics, https://example.org/s/\nMade from: a.wit:3, b/ (npm package c)\nCommit: 0123456789ab\nRecord until: 25 June 2026\n\nWhat it says:\n\n> A value may be gone.\n\nWhat is wrong with it, and how you know:\n\n',
    );
  });

  it('leaves out what is not known, and shortens what is long', () => {
    const { body } = reportText({
      title: 'S',
      url: '/s/',
      summary: 'word '.repeat(100),
      files: [{ path: 'a', repository: null }],
      recordUntil: '',
    });
    expect(body).not.toMatch(/Commit|Record/);
    expect(body.split('\n').find((line) => line.startsWith('> '))?.length).toBeLessThan(210);
  });
});

function originPart({ html }: BuiltPage): string {
  return /<section class="origin.*?<\/section>/s.exec(html)?.[0] ?? '';
}

function textOf(html: string): string {
  return decode(html.replace(/<[^>]+>/g, ''));
}

function filesIn(part: string): string[] {
  return [...part.matchAll(/<code[^>]*>(.*?)<\/code>/g)].map(([, path = '']) => decode(path));
}

/** In the project, or in one of the npm packages that bring WIT. */
function isThere(path: string): boolean {
  const packages = ['', 'node_modules/@bytecodealliance/jco', 'node_modules/@spinframework/wasi-http-proxy'];
  return packages.some((folder) => existsSync(join(ROOT, folder, path)));
}

function reportIn(part: string): string {
  const form = attributes(part, 'href').find((link) => link.includes('/issues/new?'));
  return form ? decodeURIComponent(form) : textOf(/<pre.*?<\/pre>/s.exec(part)?.[0] ?? '');
}
