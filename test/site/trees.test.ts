import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { safeHtml } from '../../src/meetings/index.ts';
import { docsHtml } from '../../src/site/render/docs.ts';
import { html, withCode } from '../../src/site/render/html.ts';
import { codeTitles, titlesIn } from '../../src/site/trees/code-titles.ts';
import { colourCode } from '../../src/site/trees/colour-code.ts';
import { imagesAsWords } from '../../src/site/trees/images-as-words.ts';
import { linkNames } from '../../src/site/trees/link-names.ts';
import { lowerHeadings } from '../../src/site/trees/lower-headings.ts';
import { ownLinks } from '../../src/site/trees/own-links.ts';
import { plainHeadings } from '../../src/site/trees/plain-headings.ts';
import { tabStops } from '../../src/site/trees/tab-stops.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const find = (name: string) => (name === 'get' ? '/x/#get' : undefined);
const has = (path: string) => path === '/a/';

/** Each plugin with what it makes of a tiny tree. */
const CASES: [name: string, plugin: (tree: Root) => void, from: string, to: string][] = [
  ['plainHeadings', plainHeadings(), '<h2 id="a">A</h2><p>b</p>', '<p class="heading">A</p><p>b</p>'],
  ['lowerHeadings', lowerHeadings(), '<h1>A</h1><h2>B</h2>', '<h2>A</h2><h2>B</h2>'],
  ['imagesAsWords', imagesAsWords(), '<p>a <img src="x" alt="b>c"></p>', '<p>a b>c</p>'],
  [
    'tabStops',
    tabStops(),
    '<table></table><pre>a</pre>',
    '<table tabindex="0"></table><pre tabindex="0">a</pre>',
  ],
  ['ownLinks', ownLinks('/b', has), '<a href="/a/#x">a</a>', '<a href="/b/a/#x">a</a>'],
  ['ownLinks', ownLinks('/b', has), '<a href="/b/a/">a</a>', '<a href="/b/a/">a</a>'],
  [
    'ownLinks',
    ownLinks('', has),
    '<p>to <a href="/gone/">the <b>page</b></a></p>',
    '<p>to the <b>page</b></p>',
  ],
  ['ownLinks', ownLinks('/b', has), '<a href="//c/">c</a>', '<a href="//c/">c</a>'],
  [
    'linkNames',
    linkNames(find),
    '<p>[<code>get</code>]</p>',
    '<p><a href="/x/#get"><code>get</code></a></p>',
  ],
  ['linkNames', linkNames(find), '<p><code>got</code></p>', '<p><code>got</code></p>'],
  [
    'linkNames',
    linkNames(find),
    '<p><a href="get">so</a> <a href="?">no</a></p>',
    '<p><a href="/x/#get">so</a> no</p>',
  ],
  [
    'linkNames',
    linkNames(find),
    '<table><tbody><tr><td><code>get</code></td></tr></tbody></table>',
    '<table><tbody><tr><td><a href="/x/#get"><code>get</code></a></td></tr></tbody></table>',
  ],
  [
    'colourCode',
    colourCode(),
    '<pre><code class="language-js">const a = 1</code></pre>',
    '<pre tabindex="0"><code class="language-js"><span class="w-keyword">const</span> <span class="w-primitive">a</span> <span class="w-keyword">=</span> <span class="w-primitive">1</span></code></pre>',
  ],
  [
    'colourCode',
    colourCode(),
    '<pre><code class="language-none">a &lt; b</code></pre>',
    '<pre tabindex="0"><code class="language-none">a &#x3C; b</code></pre>',
  ],
  [
    'codeTitles',
    codeTitles([undefined, 'T']),
    '<pre>a</pre><pre>b</pre>',
    '<pre>a</pre><figure class="code"><figcaption>T</figcaption><pre>b</pre></figure>',
  ],
];

describe('a change of a tree', () => {
  it.each(CASES)('%s', (_, plugin, from, to) => {
    const tree = parser.parse(from);
    plugin(tree);
    expect(toHtml(tree)).toBe(to);
  });

  it('reads the titles of code from its fences', () => {
    expect(titlesIn('```js title="A b"\n```\n\n```js\n```')).toEqual(['A b', undefined]);
  });
});

describe('what is written last', () => {
  it.each([
    ['<script>x</script>', ''],
    ['<p onclick="x" style="color:red" id="location">a</p>', '<p>a</p>'],
    ['<h3 id="topic-a">a</h3>', '<h3 id="topic-a">a</h3>'],
    ['<a href="javascript:x" name="b">a</a>', '<a>a</a>'],
    ['<form action="/x"><button>a</button></form>', 'a'],
    ['<img src="x"><iframe src="x"></iframe><base href="/"><meta http-equiv="refresh">', ''],
    ['<p class="turn menu">a</p>', '<p class="turn">a</p>'],
    [
      '<svg onload="x"><rect x="1" width="2" height="8" class="sf"></rect></svg>',
      '<svg><rect x="1" width="2" height="8" class="sf"></rect></svg>',
    ],
    ['<svg><script>x</script><a href="/a">b</a></svg>', '<svg><a href="/a">b</a></svg>'],
    ['<!-- a --><p>b</p>', '<p>b</p>'],
  ])('of %s is only what is allowed', (from, to) => {
    expect(safeHtml(parser.parse(from))).toBe(to);
  });

  it.each([
    '[x](foo "t><svg onload=x()>")',
    "[x](foo 't><meta http-equiv=refresh content=0;url=/evil>')",
    '![q><style>x</style><svg onload=x()>](http://b)',
    '[`get`](foo "get\' get">")',
    '<img src=x onerror=x()>',
  ])('of documentation that says %s brings nothing to life', (text) => {
    const tree = parser.parse(String(docsHtml(text, find)));
    const elements = tree.children.flatMap((node) => (node.type === 'element' ? [node.tagName] : []));
    expect(elements.filter((name) => name !== 'p')).toEqual([]);
    expect(toHtml(tree)).not.toMatch(/<(?:svg|meta|style|img)/);
  });

  it('of documentation that is nested beyond all use ends, with every word', () => {
    const deep = String(docsHtml(`${'- '.repeat(2000)}word`, find));
    expect(deep).toContain('word');
  });
});

describe('the template', () => {
  it('escapes what is put in, unless it is HTML already, and leaves out what is not there', () => {
    const inner = html`<b>${'<i>"&'}</b>`;
    expect(String(html`<a title="${'"x'}">${inner}${[1, false, null, undefined, '']}${[inner]}</a>`)).toBe(
      '<a title="&quot;x"><b>&lt;i&gt;&quot;&amp;</b>1<b>&lt;i&gt;&quot;&amp;</b></a>',
    );
  });

  it('shows what stands between backticks as code', () => {
    expect(String(withCode('a `<b>` c'))).toBe('a <code>&lt;b&gt;</code> c');
  });
});
