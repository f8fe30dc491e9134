import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { loadContent, readGroup } from '../../src/load/index.ts';
import { toContent } from '../../src/site/to-content.ts';
import { anchorOf, itemPath } from '../../src/site/wit/addresses.ts';
import { allItems } from '../../src/wit/index.ts';
import { attributes, decode } from './pages.ts';

const dir = inject('siteDir');
const content = toContent(await loadContent(await readGroup()), null);
const { packages, resolved } = content;

function page(path: string): string {
  return readFileSync(join(dir, path, 'index.html'), 'utf8');
}

/** The text of an element with an id, up to the next thing that has one at the same depth. */
function section(html: string, id: string): string {
  const from = html.indexOf(` id="${id}"`);
  return html.slice(from, html.indexOf('<div class="wit-item"', from + 1));
}

describe('the pages of WIT', () => {
  it.each(packages.map(({ package: id }) => id))('give every item of %s an anchor', (id) => {
    const pkg = packages.find((one) => one.package === id);
    const missing = [...(pkg ? allItems(pkg) : [])].filter((item) => {
      const anchor = anchorOf(item.kind, item.address);
      const html = page(itemPath(item));
      return anchor !== '' && !html.includes(` id="${anchor}"`);
    });
    expect(missing.map(({ address }) => address)).toEqual([]);
  });

  it('never use an id twice', () => {
    for (const pkg of packages) {
      for (const { name } of [...pkg.interfaces.filter(({ named }) => named), ...pkg.worlds]) {
        const ids = attributes(page(`${itemPath(pkg)}${name}`), 'id');
        expect(ids.length, `${pkg.package}/${name}`).toBe(new Set(ids).size);
      }
    }
  });

  it('link the types of a signature and say what they are', () => {
    const html = section(page('/wit/wasi/http/0.2.3/types'), 'method.fields.set');
    expect(html).toContain('href="#variant.header-error"');
    const text = decode(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
    expect(text).toMatch(/fails with header-error This type enumerates/);
    expect(text).toContain('since 0.2.0');
  });

  it('tell in words what changed about an item, and lead to both shapes side by side', () => {
    const html = section(page('/wit/wasi/sockets/0.3.0/ip-name-lookup'), 'function.resolve-addresses');
    expect(html).toContain('href="/wit/wasi/sockets/compare/0.2.12..0.3.0/"');
    const history = decode(html.replace(/<[^>]+>/g, ''));
    expect(history.match(/changed in 0\.3\.0/g)).toHaveLength(1);
    expect(history).toContain('changed in 0.3.0: becomes async; took (');
    expect(history).not.toContain('a guest built for');
  });

  it('show functions as TypeScript and core WebAssembly have them', () => {
    const html = decode(section(page('/wit/wasi/http/0.2.3/types'), 'method.fields.set'));
    expect(html).toContain('set(name: FieldName, value: Array<FieldValue>): void');
    expect(html).toContain('(func (param i32 i32 i32 i32 i32 i32))');
  });

  it('keep the words of a heading apart for those who search, listen or copy', () => {
    const html = section(page('/wit/wasi/http/0.2.3/types'), 'method.fields.set');
    const [heading = ''] = /<h4>.*?<\/h4>/s.exec(html) ?? [];
    expect(heading.replace(/<[^>]+>/g, '').trim()).toBe('set method since 0.2.0');
  });

  it('mark what is async, unstable, deprecated in words', () => {
    expect(section(page('/wit/wasi/clocks/0.3.0/monotonic-clock'), 'function.wait-for')).toMatch(/>async</);
    expect(
      section(page('/wit/wasi/http/0.2.12/types'), 'static.response-outparam.send-informational') +
        section(page('/wit/wasi/http/0.2.12/types'), 'method.response-outparam.send-informational'),
    ).toContain('unstable: informational-outbound-responses');
  });

  it('show the documentation of the nearest release that has it, and say so', () => {
    const html = section(page('/wit/wasi/http/0.2.12/types'), 'method.fields.set');
    expect(html).toContain('Set all of the values for a name');
    expect(html).toContain('From the documentation of 0.2.3');
    expect(section(page('/wit/wasi/http/0.2.3/types'), 'method.fields.set')).not.toContain(
      'From the documentation',
    );
  });

  it('say who takes and who returns a type', () => {
    const html = section(page('/wit/wasi/keyvalue/0.1.0/types'), 'resource.outgoing-value');
    expect(html.replace(/<[^>]+>/g, '')).toMatch(
      /Taken by\s+wasi:keyvalue\/cache\.set|Taken by\s+cache\.set/,
    );
  });

  it('tell the life of an item: examples, promises, minutes', () => {
    const html = section(page('/wit/wasi/keyvalue/0.1.0/cache'), 'function.get-or-set');
    expect(html).toContain('href="/examples/get-or-set/"');
    expect(html).toMatch(/href="\/cache\/conformance\/#[\w-]+"/);
    expect(html).toMatch(/href="\/meetings\/2023-07-13\/#turn-\d+"/);
    // The minutes of that day are restated: their words are no quotation.
    expect(html).not.toContain('<q>');
    expect(html).toContain('class="retold"');
  });

  it('lead from a name to its place on the page, under latest as well, and to other pages for good', () => {
    const html = section(page('/wit/wasi/http/latest/types'), 'static.request.new');
    expect(html).toContain('href="#resource.request"');
    expect(html).not.toContain('/wit/wasi/http/0.3.0/types/#');
    expect(page('/wit/wasi/http/latest/handler')).toContain(
      'href="/wit/wasi/http/0.3.0/types/#resource.request"',
    );
  });

  it('say since when an item is there, once', () => {
    const since = /since ([\w.-]+) or earlier/;
    expect(since.exec(section(page('/wit/wasi/http/0.3.0/types'), 'variant.method'))?.[1]).toBe('0.2.3');
    // Here the mark beside the name says it.
    const marked = section(page('/wit/wasi/http/0.2.3/types'), 'method.fields.set');
    expect(marked).toContain('since 0.2.0');
    expect(marked).not.toMatch(since);
    expect(section(page('/wit/wasi/http/0.3.0/types'), 'static.request.new')).toContain('added in 0.3.0');
  });

  it('say what was decided of their proposal, as long as it was about them', () => {
    const decided = (path: string) =>
      [...page(path).matchAll(/<span class="line">\s*<a href="\/proposals\/([^"]+)"/g)].map(([, to]) => to);
    expect(decided('/wit/wasi/http/0.2.12/proxy')).toEqual([
      'http/#2023-09-21-http-phase-2',
      'http/#2023-11-30-http-phase-3',
      'http/#2024-01-25-http-proxy-included',
    ]);
    expect(decided('/wit/wasi/http/0.3.0/handler')).toContain('http/#2026-06-11-http-phase-3-for-0-3');
    // It was removed before its proposal got on.
    expect(decided('/wit/wasi/keyvalue/0.1.0/cache')).toEqual(['keyvalue/#2022-09-08-keyvalue-phase-1']);
  });

  it('keep a place under latest for what a release dropped from an interface', () => {
    const html = page('/wit/wasi/http/latest/types');
    expect(html).toContain(
      '<a id="method.incoming-request.method" href="/wit/wasi/http/0.2.12/types/#method.incoming-request.method"',
    );
    expect(page('/wit/wasi/http/0.3.0/types')).not.toContain('No longer here');
  });

  it('say through what a world has what it does not name', () => {
    const words = (path: string) => decode(page(path).replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ');
    expect(words('/wit/wasi/http/0.3.0/types')).toContain(
      'World wasi:http/service: imported, because wasi:http/handler and wasi:http/client need it',
    );
    expect(words('/wit/wasi/http/0.3.0/types')).toContain(
      'World wasi:http/middleware: imported, through wasi:http/service',
    );
    expect(words('/wit/wasi/http/0.2.12/proxy')).toContain('wasi:io/poll through wasi:http/imports');
  });

  it('count in good English', () => {
    expect(page('/wit/wasi/http/0.2.3')).toContain('11 imports, 1 export<');
  });

  it('say that the cache was withdrawn, when and by what', () => {
    for (const version of ['0.1.0', '0.0.0-2023-07-11', 'latest']) {
      const html = page(`/wit/wasi/keyvalue/${version}/cache`);
      expect(html).toContain('Withdrawn on');
      expect(html).toContain('9 April 2024');
      expect(html).toContain('https://github.com/WebAssembly/wasi-keyvalue/pull/41');
    }
    expect(page('/wit/wasi/keyvalue/0.1.0/types')).not.toContain('Withdrawn on');
  });

  it('keep an address that outlives releases, for what the latest has and for what it lost', () => {
    expect(page('/wit/wasi/http/latest/types')).toContain('wasi:http@0.3.0');
    const lost = page('/wit/wasi/http/latest/outgoing-handler');
    expect(lost).toContain('wasi:http@0.2.12');
    expect(lost).toContain('does not have');
  });

  it('show a world as lists and as a picture that says no more than they do', () => {
    const html = page('/wit/wasi/http/0.2.3/proxy');
    const [picture = ''] = /<figure class="world-picture.*?<\/figure>/s.exec(html) ?? [];
    const drawn = attributes(picture, 'href');
    const lists = html.match(/<dl class="entries.*?<\/dl>/gs)?.join('') ?? '';
    const listed = [...lists.matchAll(/<dt>\s*<a href="([^"]+)"/g)].map(([, url]) => url);
    expect(drawn).toContain('/wit/wasi/http/0.2.3/incoming-handler/');
    expect(drawn.toSorted()).toEqual(listed.toSorted());
  });
});

describe('the source of WIT', () => {
  const html = page('/wit/wasi/keyvalue/0.1.0/cache.wit');

  it('is there to the letter', () => {
    const [, code = ''] = /<pre class="wit source-file[^>]*><code>(.*?)<\/code><\/pre>/s.exec(html) ?? [];
    const text = decode(code.replace(/<a class="number".*?<\/a>/g, '').replace(/<[^>]+>/g, ''));
    expect(`${text}\n`).toBe(
      readFileSync(join(import.meta.dirname, '../../wit/wasi_keyvalue@0.1.0/cache.wit'), 'utf8'),
    );
  });

  it('is linked with the reference both ways', () => {
    const docs = page('/wit/wasi/keyvalue/0.1.0/cache');
    const [, line = ''] =
      /href="\/wit\/wasi\/keyvalue\/0\.1\.0\/cache\.wit\/#(L\d+)" aria-label="Source of get-or-set"/.exec(
        docs,
      ) ?? [];
    const [row = ''] = html.split('\n').filter((one) => one.includes(`id="${line}"`));
    expect(row).toContain('href="/wit/wasi/keyvalue/0.1.0/cache/#function.get-or-set"');
  });

  it('counts the lines of a nested package as its file does', () => {
    const nested = resolved.packages.find(({ id }) => id === 'wasi:http@0.2.3');
    const text = nested?.files[0]?.source.text.split('\n') ?? [];
    const first = text.findIndex((line) => line.startsWith('package wasi:http@0.2.3')) + 1;
    const source = page('/wit/wasi/http/0.2.3/wasi-http@0.2.3.wit');
    expect(first).toBeGreaterThan(1);
    expect(source).toContain(` id="L${first}"`);
    expect(source).not.toContain(` id="L${first - 1}"`);
  });
});

describe('the versions of a package', () => {
  const html = page('/wit/wasi/http');

  it('say what each release added', () => {
    const [, release = ''] = /<li id="release-0\.2\.12">(.*?)<\/li>/s.exec(html) ?? [];
    expect(release).toContain('Compatible: what was built for 0.2.3 runs on it');
    expect(release).toContain('/wit/wasi/http/0.2.12/types/#method.response-outparam.send-informational');
  });

  it('have a matrix of which can stand in for which', () => {
    const cells = [...html.matchAll(/aria-label="([\d.]+ on [\d.]+: [^"]+)"/g)].map(([, label]) => label);
    expect(cells).toContain('0.2.3 on 0.2.12: runs');
    expect(cells.length).toBe(6);
    expect(cells.find((cell) => cell?.startsWith('0.2.12 on 0.3.0'))).toMatch(/\d+ breaking/);
  });

  it('stand side by side, each finding beside the item it is about', () => {
    const both = page('/wit/wasi/keyvalue/compare/0.0.0-2023-07-11..0.1.0');
    const rows = both
      .split('<div role="row"')
      .map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
    const row = rows.find((one) => one.includes('type future-result = u32'));
    expect(row).toContain('resource future-result');
    expect(row).toMatch(/breaks type future-result was u32 and is resource/);
  });

  it('say what to do, what replaces what, and lead on', () => {
    const html = page('/wit/wasi/http/compare/0.2.12..0.3.0');
    const words = decode(html.replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ');
    expect(words).toContain('For guestsBuild your component again with 0.3.0');
    expect(words).toContain('For hostsOffer 0.3.0');
    expect(words).toMatch(/outgoing-handler → client its one function/);
    expect(html).toContain('href="/proposals/http/#2026-06-11-http-phase-3-for-0-3"');
    expect(html).toMatch(/href="\/wit\/wasi\/http\/compare\/0\.2\.3\.\.0\.2\.12\/" rel="prev"/);
  });

  it('fold what follows from a finding beneath it, and unfold what is the same', () => {
    const html = page('/wit/wasi/sockets/compare/0.2.12..0.3.0');
    expect(html).toMatch(/<details><summary>\d+ more follows? from this<\/summary><ul class="findings">/);
    const same = page('/wit/wasi/cli/compare/0.2.12..0.3.0');
    const gaps = [...same.matchAll(/<input type="checkbox"> (\d+) more/g)].map(([, count]) => Number(count));
    const folded = same.split('<div role="rowgroup" class="folded">').slice(1);
    expect(gaps.length).toBeGreaterThan(0);
    expect(folded.length).toBe(gaps.length);
    expect(page('/upgrade/0.2-to-0.3')).toContain('href="/wit/wasi/sockets/compare/0.2.12..0.3.0/"');
  });

  it('are judged on the stability page, with the promise', () => {
    const stability = page('/stability');
    expect(stability).toMatch(/kept in (\d+) of \1 steps/);
    expect(stability).toContain('nothing that has become part of Preview 2 will break');
    expect(stability).toContain('href="/wit/wasi/cli/compare/0.2.3..0.2.12/"');
  });
});
