import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { attributes, builtPages, decode } from './pages.ts';
import { witness, witnessIn } from './witness.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NOTES = `## Agenda: May 4 video call

- **When**: May 4, 16:00-17:00 UTC

## Notes

### Attendees

- Ada Lovelace
- Grace Hopper

### A vote on colours

**Ada Lovelace**: A \`list<u8>\` holds what <script>alert(1)</script> cannot.
`;

const BRUSHES = `package demo:brushes@1.0.0;

interface strokes {
  /// Moves on.
  @external-id("Stroke")
  stroke: func();
}

world base {
  import say: func(line: string);
}

world studio {
  include base with { say as speak }
  import easel: interface {
    type height = u32;
    lift: func(to: height);
  }
}
`;

describe('witness build', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-build-'));
    await mkdir(join(folder, 'notes/2023'), { recursive: true });
    await mkdir(join(folder, 'wit/paint'), { recursive: true });
    await mkdir(join(folder, 'wit/brushes'));
    await writeFile(join(folder, 'wit/brushes/brushes.wit'), BRUSHES);
    await writeFile(join(folder, 'notes/2023/PAINT-05-04.md'), NOTES);
    for (const name of ['ideas', 'undated', '2023'])
      await writeFile(join(folder, `notes/${name}.md`), `# Of ${name}\n\nNo day is named.\n`);
    await writeFile(
      join(folder, 'wit/paint/paint.wit'),
      'package demo:paint@1.0.0;\n\ninterface colours {\n  mix: func( -> u32;\n}\n',
    );
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const input = () => ['--meetings', join(folder, 'notes'), '--wit', join(folder, 'wit')];

  describe("over other people's files", () => {
    const out = () => join(folder, 'out');

    it('reports the bad file with its place and builds the rest under a base path', async () => {
      const { code, stderr } = await witness(
        'build',
        ...input(),
        '--out',
        out(),
        '--base',
        '/paint/',
        '--site',
        'https://example.org',
        '--repository',
        'https://github.com/demo/paint/tree/next',
      );
      expect(stderr).toMatch(/paint\.wit:4:\d+: error: /);
      expect(code).toBe(0);
      const meeting = await readFile(join(out(), 'meetings/2023-05-04/index.html'), 'utf8');
      expect(decode(meeting)).toContain('<code>list<u8></code> holds what <script>alert(1)</script> cannot');
      expect(meeting).not.toContain('<script>alert');
    });

    it('says nothing of a group that it does not know, and links to no empty page', async () => {
      const prose = /^\/(start|process|cache|adopt|contributing|reference|examples)\//;
      const pages = (await builtPages(out())).filter(({ path }) => !prose.test(path));
      expect(pages.length).toBeGreaterThan(5);
      expect(pages.filter(({ html }) => html.includes('WASI Subgroup')).map(({ path }) => path)).toEqual([]);
      const home = pages.find(({ path }) => path === '/')?.html ?? '';
      expect(home).toContain('Read the minutes');
      expect(home).not.toMatch(/has just been run|href="\/paint\/(preview-2|examples)\/"/);
      const rest = await Promise.all(
        ['rss.xml', 'status.xml', 'meetings.ics', 'llms.txt'].map((name) =>
          readFile(join(out(), name), 'utf8'),
        ),
      );
      expect(rest.filter((text) => /of the WASI Subgroup|WASI Subgroup meeting/.test(text))).toEqual([]);
    });

    it('gives notes without a date pages of their own, none in the place of a year', async () => {
      const titles = async (path: string) =>
        (await readFile(join(out(), 'meetings', path, 'index.html'), 'utf8')).match(/<title>(.*?) \|/)?.[1];
      expect(await titles('undated')).toBe('Meetings without a date');
      expect(await titles('2023')).toBe('Meetings in 2023');
      for (const path of ['ideas', 'undated-2', '2023-2']) expect(await titles(path)).toBeTruthy();
    });

    it('lists the bad file on a page, as plain source', async () => {
      const page = await readFile(join(out(), 'problems/index.html'), 'utf8');
      expect(page).toContain('paint.wit');
      expect(page).toContain('mix: func( -');
    });

    it('says what a world calls otherwise, defines what it declares in place, and tells external ids', async () => {
      const root = join(out(), 'wit/demo/brushes/1.0.0');
      const studio = await readFile(join(root, 'studio/index.html'), 'utf8');
      expect(studio.replace(/<[^>]+>/g, '')).toContain('here called speak');
      expect(studio).toContain('/brushes.wit/#L15" aria-label="Source of easel"');
      const definitions = JSON.parse(await readFile(join(root, 'definitions.json'), 'utf8'));
      expect(definitions['studio/#type.easel.height'].signature).toContain('u32');
      expect(await readFile(join(root, 'strokes/index.html'), 'utf8')).toContain('external id Stroke');
    });

    it('leads from a page to its file and to a form for reports', async () => {
      const page = (path: string) => readFile(join(out(), path, 'index.html'), 'utf8');
      const repository = 'https://github.com/demo/paint';
      const meeting = await page('meetings/2023-05-04');
      expect(meeting).toContain(`href="${repository}/edit/next/notes/2023/PAINT-05-04.md"`);
      expect(attributes(meeting, 'href').map(decodeURIComponent)).toContainEqual(
        expect.stringMatching(
          /issues\/new\?title=.*4 May 2023.*https:\/\/example\.org\/paint\/meetings\/2023-05-04\//s,
        ),
      );
      expect(await page('problems')).toContain(`href="${repository}/blob/next/wit/paint/paint.wit#L4"`);
      const prose = await page('start/what-this-is');
      expect(prose).toContain('(Witness)');
      expect(prose).not.toContain('Edit this page');
      expect(prose).toContain(`href="${repository}/issues/new?`);
    });

    it('tells nothing of where on the machine the files lie', async () => {
      const telling = (await builtPages(out())).filter(({ html }) => html.includes(folder));
      expect(telling.map(({ path }) => path)).toEqual([]);
    });

    it('holds every internal link below the base path', async () => {
      const site = join(folder, 'served');
      await mkdir(site);
      await symlink(out(), join(site, 'paint'));
      const pages = (await builtPages(out())).map(({ path, html }) => ({ path: `/paint${path}`, html }));
      expect(brokenLinks(site, pages)).toEqual([]);
    });

    it('has only pages with something on them, and names no other', async () => {
      const made = (await readdir(out(), { withFileTypes: true })).filter((entry) => entry.isDirectory());
      const names = made.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['meetings', 'people', 'problems', 'search', 'wit']));
      for (const absent of ['audit', 'decisions', 'preview-2', 'proposals', 'criteria', 'changes', 'chairs'])
        expect(names).not.toContain(absent);
      expect(existsSync(join(out(), 'cache/conformance'))).toBe(false);
      expect(await leadsNowhere(out(), '/paint/')).toEqual([]);
    });

    it('holds the links of its Markdown below the base path as well, and leads to no page that is missing', async () => {
      const links: string[] = [];
      for (const file of (await readdir(out(), { recursive: true })).filter((name) => name.endsWith('.md'))) {
        const text = (await readFile(join(out(), file), 'utf8')).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
        links.push(...[...text.matchAll(/\]\((\/[^)#?]*)/g)].map(([, path = '']) => path));
      }
      expect(links.length).toBeGreaterThan(20);
      const lost = links.filter(
        (path) => !path.startsWith('/paint/') || !existsSync(join(out(), path.slice('/paint'.length))),
      );
      expect(lost).toEqual([]);
    });

    it('names the published address in canonical links, feeds and the site map', async () => {
      for (const file of ['index.html', 'rss.xml', 'sitemap-0.xml']) {
        await expect(readFile(join(out(), file), 'utf8'), file).resolves.toContain(
          'https://example.org/paint/',
        );
      }
    });

    it('builds nothing when it is to be strict', async () => {
      const strict = join(folder, 'strict');
      const { code, stderr } = await witness('build', ...input(), '--out', strict, '--strict');
      expect(code).toBe(1);
      expect(stderr).toMatch(/no site: 1 error/);
      await expect(readdir(strict)).rejects.toThrow(/ENOENT/);
    });
  });

  it('says in which folder it found nothing, there and on the home page', async () => {
    const [empty, out] = [join(folder, 'nothing'), join(folder, 'of-nothing')];
    await mkdir(empty);
    const { code, stderr } = await witness('build', '--meetings', empty, '--wit', empty, '--out', out);
    expect(code).toBe(0);
    expect(stderr).toContain(`no notes in ${empty}: expected files that end in .md`);
    expect(stderr).toContain(`no WIT packages in ${empty}: expected folders with files that end in .wit`);
    await expect(readFile(join(out, 'index.html'), 'utf8')).resolves.toContain(
      'were found where this site was told to look',
    );
    expect(brokenLinks(out, await builtPages(out))).toEqual([]);
    expect(await leadsNowhere(out)).toEqual([]);
    expect(existsSync(join(out, 'meetings'))).toBe(false);
    expect(existsSync(join(out, 'wit'))).toBe(false);
  });

  it('leaves a folder alone that holds something else than a site', async () => {
    const mine = join(folder, 'mine');
    await mkdir(mine);
    await writeFile(join(mine, 'thesis.txt'), 'years of work');
    const { code, stderr } = await witness('build', ...input(), '--out', mine);
    expect(code).toBe(1);
    expect(stderr).toMatch(/holds no site/);
    await expect(readFile(join(mine, 'thesis.txt'), 'utf8')).resolves.toBe('years of work');
  });

  it.each([
    ['a file', '', /is no folder/],
    ['a folder below a file', '/site', /nothing can be written/],
  ])('builds nothing into %s, and leaves the file', async (_what, below, message) => {
    const file = join(folder, 'report.txt');
    await writeFile(file, 'years of work');
    const { code, stderr } = await witness('build', ...input(), '--out', `${file}${below}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    await expect(readFile(file, 'utf8')).resolves.toBe('years of work');
  });

  it.each([
    [['--site', 'nowhere'], /--site: expected an address/],
    [['--site', 'javascript:alert(1)'], /--site: expected an address/],
    [['--base', '/our notes/'], /--base: expected a path/],
    [['--base', '/a/../b'], /--base: expected a path/],
    [['--base', '//evil.example/..//'], /--base: expected a path/],
    [['--repository', '../paint'], /--repository: expected a public address/],
    [['--meetings'], /argument missing|needs? a value|requires/i],
    [['extra'], /expected only options/],
  ])('refuses %j as wrong usage', async (args, message) => {
    const { code, stderr } = await witness('build', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("builds no site when the project's own content has errors, and reports all of them", async () => {
    const copy = join(folder, 'copy');
    for (const name of [
      'src',
      'content',
      'wit',
      'runnable-examples',
      'schemas',
      'package.json',
      'witness.yml',
    ]) {
      await cp(join(ROOT, name), join(copy, name), { recursive: true });
    }
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    await writeFile(join(copy, 'content/events/2030-01-01-broken.yml'), 'kind: phase\n');
    await writeFile(join(copy, 'content/proposals/io.yml'), 'id: io\ntitle: [\n');
    const out = join(folder, 'own');
    const { code, stderr } = await witnessIn(copy, 'build', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/2030-01-01-broken\.yml:1:1: error: /);
    expect(stderr).toMatch(/io\.yml:\d+:\d+: error: /);
    await expect(readdir(out)).rejects.toThrow(/ENOENT/);
  });
});
