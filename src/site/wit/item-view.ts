import {
  type AnyItem,
  allItems,
  type Func,
  type FunctionViews,
  functionViews,
  type Link,
  type Part,
  type Resolved,
  type Type,
} from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { docsHtml, docsLine } from '../render/docs.ts';
import { type Html, html } from '../render/html.ts';
import { signatureHtml } from '../render/signature.ts';
import { type Documentation, documentation } from './documentation.ts';
import { findName } from './find-name.ts';
import { find, type ItemIndex, itemIndex } from './item-index.ts';
import { outcome } from './outcome.ts';
import { sourcePath } from './source-files.ts';

const NOTHING: Html = html``;

/** What the pages of WIT have at hand for rendering any item. */
export interface Rendering {
  content: Content;
  index: ItemIndex;
  /** Completes a path from the site's root. */
  href(path: string): string;
}

export function rendering(content: Content, href: (path: string) => string): Rendering {
  return { content, index: itemIndex(content.packages), href };
}

/** Documentation as HTML, and where it was taken from when the item itself has none. */
export function docsOf(
  at: Rendering,
  item: AnyItem,
): ({ html: Html } & Omit<Documentation, 'text'>) | undefined {
  const found = documentation(at.content, item);
  if (!found) return undefined;
  const { text, ...origin } = found;
  return { html: docsHtml(text, findName(at.content, item, at.href)), ...origin };
}

/** The first sentence or paragraph of an item's documentation, on one line. */
export function summaryOf(at: Rendering, item: AnyItem): Html {
  const found = documentation(at.content, item);
  return found ? docsLine(found.text, findName(at.content, item, at.href)) : NOTHING;
}

/** A parameter, a result or an error for people: its type, and what that type is. */
export interface Piece {
  label: string;
  html: Html | null;
  about: Html;
}

/** What a function takes and gives, in a line each. */
export function piecesOf(at: Rendering, func: Func): Piece[] {
  const piece = (label: string, parts: readonly Part[]): Piece => ({
    label,
    html: signatureHtml(parts, at),
    about: aboutType(at, parts),
  });
  const { returns, fails } = outcome(func.result);
  return [
    ...func.params.map(({ name, type }) => piece(name, type)),
    ...(returns ? [piece('returns', returns)] : []),
    ...(fails && fails.length > 0 ? [piece('fails with', fails)] : []),
    ...(fails?.length === 0 ? [{ label: 'can fail', html: null, about: html`without saying why` }] : []),
  ];
}

/** The summary of the type, where one type alone is meant. */
function aboutType(at: Rendering, parts: readonly Part[]): Html {
  const [only, ...others] = parts.flatMap(({ link }) => link ?? []);
  if (!only || others.length > 0) return NOTHING;
  const item = itemsByKey(at.content.packages).get(`${only.package} ${only.address}`);
  return item ? summaryOf(at, item) : NOTHING;
}

const itemsByKey = remember(
  (packages: Content['packages']) =>
    new Map(
      packages.flatMap((pkg) => [...allItems(pkg)]).map((item) => [`${item.package} ${item.address}`, item]),
    ),
);

/** The item that a link leads to. */
export function itemAt(
  { packages }: Pick<Content, 'packages'>,
  { package: id, address }: Link,
): AnyItem | undefined {
  return itemsByKey(packages).get(`${id} ${address}`);
}

const views: (resolved: Resolved) => Map<string, FunctionViews> = remember(functionViews);

/** How a function looks from other languages. */
export function viewsOf({ content }: Rendering, func: Func): FunctionViews {
  return views(content.resolved).get(`${func.package} ${func.address}`) ?? {};
}

/** A core signature in the text format: `(param i32 i32) (result i32)`. */
export function coreText({ params, results }: { params: string[]; results: string[] }): string {
  const list = (word: string, types: string[]) => (types.length > 0 ? ` (${word} ${types.join(' ')})` : '');
  return `(func${list('param', params)}${list('result', results)})`;
}

/** Links to where an item is used, each with its short name, sorted into what they do with it. */
export interface Usage {
  how: 'Taken by' | 'Returned by' | 'Part of' | 'Used by';
  links: { name: string; url: string }[];
}

const ORDER: Usage['how'][] = ['Taken by', 'Returned by', 'Part of', 'Used by'];

/** Which functions take a type and which return it, and which types are made of it. */
export function usageOf(at: Rendering, type: Type): Usage[] {
  const found = type.usedBy.flatMap((user): [Usage['how'], { name: string; url: string }][] => {
    const item = find(at.index, user);
    if (!item) return [];
    const known = itemAt(at.content, user);
    const func = known && 'params' in known ? known : undefined;
    const link = { name: shortName(user, type), url: at.href(item.url) };
    if (!func) return [[item.kind === 'interface' || item.kind === 'world' ? 'Used by' : 'Part of', link]];
    const takes = func.params.some((param) => speaksOf(param.type, type));
    const returns = speaksOf(func.result ?? [], type);
    return [
      ...(takes ? [['Taken by', link] as [Usage['how'], typeof link]] : []),
      ...(returns ? [['Returned by', link] as [Usage['how'], typeof link]] : []),
    ];
  });
  return ORDER.map((how) => ({
    how,
    links: found.filter(([one]) => one === how).map(([, link]) => link),
  })).filter(({ links }) => links.length > 0);
}

function speaksOf(parts: readonly Part[], { address, package: id }: Link): boolean {
  return parts.some(({ link }) => link?.address === address && link.package === id);
}

/** Without what both share: in the same interface only the item's own name, in the same package without its name. */
function shortName(user: Link, { address }: Link): string {
  const container = address.replace(/\.[^/]*$/, '');
  if (user.address.startsWith(`${container}.`)) return user.address.slice(container.length + 1);
  const pkg = address.replace(/\/.*$/, '/');
  return user.address.startsWith(pkg) ? user.address.slice(pkg.length) : user.address;
}

/** Where an item's declaration is shown. */
export function sourceUrl(at: Rendering, item: AnyItem): string {
  return at.href(sourcePath(at.content, item.package, item.source));
}
