import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { BuiltPage } from './pages.ts';

const parser = unified().use(rehypeParse);

const NEVER = new Set('iframe frame object embed base style applet portal math plaintext marquee'.split(' '));
const ADDRESSES = [
  'href',
  'src',
  'action',
  'formAction',
  'data',
  'poster',
  'background',
  'srcDoc',
  'xLinkHref',
];

/** What is on a built page that no part of ours puts there: `address: what`. */
export function strangersIn({ path, html }: BuiltPage): string[] {
  const found: string[] = [];
  visit(parser.parse(html), 'element', (node) => {
    const faults = [...faultsOf(node), ...attributeFaults(node)];
    found.push(...faults.map((fault) => `${path}: ${fault}`));
  });
  return found;
}

function faultsOf({ tagName, properties, children }: Element): string[] {
  const own = (value: unknown) => typeof value === 'string' && /^\/(?!\/)/.test(value);
  if (NEVER.has(tagName)) return [`<${tagName}>`];
  if (tagName === 'script' && properties.type !== 'application/json') {
    const isOurs = own(properties.src) && /\/_astro\/|\/theme\.js$/.test(String(properties.src));
    if (!isOurs || children.length > 0) return [`a script from ${properties.src ?? 'the page'}`];
  }
  if (tagName === 'link' && !own(properties.href) && String(properties.rel) !== 'canonical')
    return [`a link to ${properties.href}`];
  if (tagName === 'form' && properties.action !== undefined && !own(properties.action))
    return [`a form to ${properties.action}`];
  if (tagName === 'img' && !own(properties.src)) return [`a picture from ${properties.src}`];
  const equivalent = String(properties.httpEquiv ?? '');
  return tagName === 'meta' && equivalent && !/content-security-policy/i.test(equivalent)
    ? [`a meta for ${equivalent}`]
    : [];
}

function attributeFaults({ tagName, properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (/^on/i.test(name)) return [`<${tagName} ${name}>`];
    if (!ADDRESSES.includes(name) || typeof value !== 'string') return [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave them out of a scheme
    return /^[\s\u0000-\u001f]*(?:javascript|vbscript|data):/i.test(value)
      ? [`${name}="${value.slice(0, 40)}"`]
      : [];
  });
}
