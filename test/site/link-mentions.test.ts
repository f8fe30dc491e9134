import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/meetings/index.ts';
import { linkMentions } from '../../src/site/meetings/link-mentions.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const turns = [{ id: 'turn-1', topic: null, speaker: 'A', text: '', line: 1, endLine: 2 }];
const render = (said: string, text: string) =>
  rendered(
    `<article class="turn" id="turn-1"><p class="speaker">A</p><div class="said">${said}</div></article>`,
    [{ line: 1, text, target: 'x' }],
  );
const rendered = (html: string, mentions: Meeting['mentions']) => {
  const tree = parser.parse(html);
  linkMentions({ turns, mentions }, () => '/wit/x/')(tree);
  return toHtml(tree);
};

describe('linkMentions', () => {
  it.each([
    ['a name', '<p>get-or-set waits</p>', '<p><a href="/wit/x/">get-or-set</a> waits</p>'],
    ['code', '<code>get-or-set</code>', '<code><a href="/wit/x/">get-or-set</a></code>'],
    ['only the first', 'get-or-set get-or-set', '<a href="/wit/x/">get-or-set</a> get-or-set'],
    ['no part of a longer name', 'get-or-set-entry', 'get-or-set-entry'],
    ['nothing inside a link', '<a href="/y/">get-or-set</a>', '<a href="/y/">get-or-set</a>'],
    ['nothing inside a tag', '<i title="get-or-set"></i>', '<i title="get-or-set"></i>'],
  ])('links %s', (_what, said, expected) => {
    expect(render(said, 'get-or-set')).toContain(`<div class="said">${expected}</div>`);
  });

  it('links names with characters that HTML escapes', () => {
    expect(render('a list&lt;u8&gt; b', 'list<u8>')).toContain('<a href="/wit/x/">list&#x3C;u8></a>');
  });

  it('links the first naming outside of turns too, in headings and tables', () => {
    const page = '<h3>Of get-or-set</h3><table><tbody><tr><td>get-or-set</td></tr></tbody></table>';
    expect(rendered(page, [{ line: 9, text: 'get-or-set', target: 'x' }])).toBe(
      page.replace('get-or-set', '<a href="/wit/x/">get-or-set</a>'),
    );
  });
});
