import { describe, expect, it } from 'vitest';
import { parseMeeting } from '../../src/meetings/index.ts';
import { addressPart } from '../../src/site/address-part.ts';
import { meetingItems } from '../../src/site/feeds.ts';
import { meetingSlugs } from '../../src/site/meetings/slugs.ts';
import { orFailedPage } from '../../src/site/render/failed-page.ts';
import { itemPath, latestPath, packagePath } from '../../src/site/wit/addresses.ts';

const bytes = (text: string) => Buffer.byteLength(text);
const notes = (...paths: string[]) => paths.map((path) => parseMeeting({ path, text: '# Notes\n' }));

describe('names of strangers', () => {
  it.each(['a'.repeat(300), 'é'.repeat(200), '漢'.repeat(120), '😀'.repeat(80)])(
    'are parts of an address whatever their length: %s',
    (name) => {
      expect(bytes(addressPart(name))).toBeLessThanOrEqual(200);
      expect(addressPart(name)).not.toBe(addressPart(`${name}x`));
      expect(addressPart(name).isWellFormed()).toBe(true);
    },
  );

  it('stay as they are where they can', () => {
    expect(addressPart('wasi-keyvalue')).toBe('wasi-keyvalue');
  });

  it('of WIT give every page a path that a disk takes', () => {
    const long = 'x'.repeat(260);
    const id = `${long}:${long}@1.0.0-${long}`;
    const paths = [
      packagePath(id),
      itemPath({ address: `${long}:${long}/${long}`, package: id }),
      latestPath(`${long}:${long}`, long),
    ];
    for (const path of paths) expect(Math.max(...path.split('/').map(bytes))).toBeLessThanOrEqual(200);
  });

  it('of notes without a date are pages of their own, also where they are equal but for case or script', () => {
    const slugs = meetingSlugs(
      notes(
        'a/foo.md',
        'b/Foo.md',
        'foo-2.md',
        'réunion.md',
        're\u0301union.md',
        'ﷺ.md',
        '!.md',
        '2024.md',
        `${'漢'.repeat(83)}.md`,
      ),
    );
    expect(new Set(slugs.map((one) => one.normalize('NFC').toLowerCase())).size).toBe(slugs.length);
    expect(slugs).not.toContain('2024');
    for (const one of slugs) expect(bytes(one)).toBeLessThanOrEqual(204);
  });

  it('put no control character into a feed', () => {
    const text = '# May 4 Meeting\n\n### Topic \u0001\u000b\ufffe \ud800 bell\n\n**Ada**: a\n';
    const meeting = parseMeeting({ path: 'notes/2031/GROUP-05-04.md', text });
    const items = meetingItems({ meetings: [{ slug: '2031-05-04', meeting, text }], recorded: new Map() });
    expect(items.length).toBeGreaterThan(0);
    for (const { title, description } of items) {
      expect(title + description).not.toMatch(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u);
      expect(description.isWellFormed()).toBe(true);
    }
  });
});

describe('a page that fails for a reason that nobody foresaw', () => {
  const failing = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('<p>half a page'));
          controller.error(new Error('boom'));
        },
      }),
    );

  it('is named, also when it fails half way, and says so at its address', async () => {
    const told: string[] = [];
    const page = await orFailedPage(
      '/people/ada/',
      async () => failing(),
      (why) => told.push(why),
    );
    expect(told).toEqual(['boom']);
    const text = await page.text();
    expect(text).toContain('<h1>This page could not be made</h1>');
    expect(text).not.toMatch(/boom|half a page/);
  });

  it('is left alone where nothing fails', async () => {
    const made = new Response('whole', { headers: { 'content-type': 'text/html' } });
    const page = await orFailedPage(
      '/',
      async () => made,
      () => expect.unreachable(),
    );
    expect([await page.text(), page.headers.get('content-type')]).toEqual(['whole', 'text/html']);
  });
});
