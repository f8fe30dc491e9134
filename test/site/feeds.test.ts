import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parseMeeting } from '../../src/meetings/index.ts';
import { meetingItems } from '../../src/site/feeds.ts';
import { attributes, builtPages, decode } from './pages.ts';

describe('the feeds', async () => {
  const dir = inject('siteDir');
  const anchors = new Map(
    (await builtPages(dir)).map(({ path, html }) => [path, new Set(attributes(html, 'id'))]),
  );

  it.each(['rss.xml', 'status.xml'])('%s leads to pages and places that exist', async (name) => {
    const feed = await readFile(join(dir, name), 'utf8');
    const links = [...feed.matchAll(/<link>([^<]+)<\/link>/g)].map(([, link = '']) => new URL(decode(link)));
    expect(links.length).toBeGreaterThan(50);
    expect(links.some(({ hash }) => hash !== '')).toBe(true);
    const lost = links.filter(({ pathname, hash }) => {
      const ids = anchors.get(pathname);
      return !ids || (hash !== '' && !ids.has(decodeURIComponent(hash.slice(1))));
    });
    expect(lost.map(String)).toEqual([]);
    const ids = [...feed.matchAll(/<guid[^>]*>([^<]+)<\/guid>/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(feed).toMatch(new RegExp(`<atom:link href="[^"]*/${name}" rel="self"`));
    const days = links.map(({ searchParams }) => searchParams.get('to')).filter((day) => day !== null);
    expect(days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([]);
  });

  it('dates a meeting by its own day, whatever year its `When` line names', () => {
    const text = '# February 5 Meeting\n\n**When:** Thursday, Feb 5, 2030, 17:00-18:00 UTC\n';
    const meeting = parseMeeting({ path: 'notes/2031/GROUP-02-05.md', text });
    expect(meeting.when?.end).toMatch(/^2030/);
    const [item] = meetingItems({ meetings: [{ slug: '2031-02-05', meeting, text }], recorded: new Map() });
    expect(item?.pubDate.toISOString()).toBe('2031-02-05T18:00:00.000Z');
  });
});
