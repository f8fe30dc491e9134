import type { Meeting, Mention, Turn } from './meeting.ts';
import { NO_NAMES, type ProposalNames } from './proposal-names.ts';

/** Something that notes may name: a WIT item by its address without a version (`wasi:keyvalue/cache.get-or-set`). */
export interface NamedItem {
  address: string;
  kind: 'package' | 'interface' | 'world' | 'resource' | 'function' | 'type';
}

/** What mentions are looked for; this module knows no names of its own. */
export interface MentionNames {
  items: readonly NamedItem[];
  proposals: ProposalNames;
}

/** For notes on their own: addresses, pull requests and issues need no names. */
export const NO_MENTION_NAMES: MentionNames = { items: [], proposals: NO_NAMES };

const ADDRESS =
  /\b([a-z][a-z0-9-]{0,60}:[a-z][a-z0-9-]{0,60}(?:\/[a-z][a-z0-9-]{0,60}(?:\.[a-z][a-z0-9.-]{0,120})?)?)(?:@[\d.]{1,20}[\w.-]{0,40})?(?![\w/])/gu;
const ISSUE = /(?<![\w/.-])([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[\w.-]+)#(\d{1,6})\b/gu;
const ISSUE_URL = /github\.com\/([\w-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d{1,6})/gu;
/** What every mention has; tried first, because most lines have none. */
const MAY_NAME = /[a-z]:[a-z]|#\d|github\.com|wasi-/iu;
const MAY_NAME_ITEMS =
  /[a-z]:[a-z]|#\d|github\.com|[a-z]-[a-z]|`|interface|world|resource|function|method|package/iu;
const CODE = /`([^`\n]{2,80})`/gu;
const HYPHENATED = /(?<![\w:/.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w/-]|\.[a-z])/giu;
const CALLED =
  /(?<![\w-])([\w:-]{1,80}(?:[ /][\w-]{1,60})?)\s{1,8}(interface|interfaces|world|worlds|resource|function|method|package)\b/giu;
const PREFIXED = /(?<![\w/])wasi-([a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,7})(?![\w/])/giu;

/**
 * The WIT items, proposals, pull requests and issues that are named in the topics and turns of a meeting, in order.
 * A name that is also a common word counts only in a context that makes it certain: an address, code, `the vacancy
 * resource`. A name of several items counts only under a topic that is about one of them.
 */
export function findMentions(meeting: Meeting, names: MentionNames): Mention[] {
  const index = indexOf(names);
  const about = new Map<string | null, string[]>([[null, []]]);
  for (const topic of meeting.topics) about.set(topic.id, addressesIn(topic.title, index));
  const out: Mention[] = [];
  for (const topic of meeting.topics)
    out.push(...mentionsIn(topic.title, topic.line, index, about.get(topic.id) ?? []));
  for (const turn of meeting.turns) {
    const context = about.get(turn.topic) ?? [];
    for (const [line, text] of linesOf(turn)) out.push(...mentionsIn(text, line, index, context));
  }
  return out.sort((a, b) => a.line - b.line);
}

interface Index {
  byAddress: Set<string>;
  byName: Map<string, NamedItem[]>;
  worlds: Map<string, NamedItem[]>;
  proposals: ProposalNames;
  ids: Set<string>;
}

const indexes = new WeakMap<MentionNames, Index>();

function indexOf(names: MentionNames): Index {
  const known = indexes.get(names);
  if (known) return known;
  const byName = new Map<string, NamedItem[]>();
  const worlds = new Map<string, NamedItem[]>();
  for (const item of names.items) {
    add(byName, lastName(item.address), item);
    if (item.kind === 'world') add(worlds, packageName(item.address), item);
  }
  const index = {
    byAddress: new Set(names.items.map((item) => item.address)),
    byName,
    worlds,
    proposals: names.proposals,
    ids: new Set(names.proposals.values()),
  };
  indexes.set(names, index);
  return index;
}

function mentionsIn(text: string, line: number, index: Index, context: readonly string[]): Mention[] {
  if (!(index.byName.size > 0 ? MAY_NAME_ITEMS : MAY_NAME).test(text)) return [];
  const found = new Map<string, Mention>();
  const put = (words: string, target: string | null) => {
    if (target && !found.has(target)) found.set(target, { line, text: words, target });
  };
  for (const [words, address = ''] of text.matchAll(ADDRESS)) put(words, addressTarget(address, index));
  for (const [words, repo = '', number = ''] of text.matchAll(ISSUE)) put(words, `${repo}#${number}`);
  for (const [words, repo = '', number = ''] of text.matchAll(ISSUE_URL)) put(words, `${repo}#${number}`);
  if (index.byName.size > 0) {
    for (const [, code = ''] of text.matchAll(CODE))
      put(code, itemTarget(code.replace(/\(.*$|@.*$/gu, '').trim(), index, context));
    for (const [words] of text.matchAll(HYPHENATED))
      put(words, itemTarget(words.toLowerCase(), index, context));
    for (const [words, name = '', kind = ''] of text.matchAll(CALLED))
      put(words, calledTarget(name, kind, index, context));
  }
  for (const [words, name = ''] of text.matchAll(PREFIXED)) put(words, proposalTarget(name, index));
  return [...found.values()];
}

/** An address as it is written, when something stands there; anything below `wasi:` when no items are known. */
function addressTarget(address: string, index: Index): string | null {
  if (index.byAddress.has(address)) return address;
  if (index.byAddress.size > 0) {
    const holder = address.replace(/[./][^./]*$/u, '');
    return holder !== address && index.byAddress.has(holder) ? holder : null;
  }
  return address.startsWith('wasi:') ? address : null;
}

/** A name in code or with a hyphen: certain when one item has it, or one item of what the topic is about. */
function itemTarget(name: string, index: Index, context: readonly string[]): string | null {
  const named = index.byName.get(name) ?? [];
  const here = named.filter((item) => context.some((about) => isWithin(item.address, about)));
  if (!name.includes('-')) return here.length === 1 ? (here[0]?.address ?? null) : null;
  return sameItem(here) ?? sameItem(named);
}

/** The one address of items; versions of an interface may have a function both on its own and on a resource. */
function sameItem(items: readonly NamedItem[]): string | null {
  const interfaces = new Set(items.map(({ address }) => address.split('.')[0]));
  if (interfaces.size !== 1) return null;
  return items.map(({ address }) => address).reduce((a, b) => (b.length < a.length ? b : a));
}

/** `the vacancy resource`, `the CLI world`, `http proxy world`: the kind of thing that is named narrows it down. */
function calledTarget(name: string, called: string, index: Index, context: readonly string[]): string | null {
  const kind = called.toLowerCase().replace(/s$/u, '').replace('method', 'function');
  const words = name
    .toLowerCase()
    .replace(/^wasi[-: ]/u, '')
    .split(/[ /]/u);
  const last = words.at(-1) ?? '';
  const isKind = (item: NamedItem) => item.kind === kind;
  const named = (index.byName.get(last) ?? []).filter(isKind);
  const within = named.filter((item) => words.length > 1 && packageName(item.address) === words[0]);
  const here = named.filter((item) => context.some((about) => isWithin(item.address, about)));
  const only = [within, here, named].find((items) => items.length === 1)?.[0];
  if (only) return only.address;
  if (kind !== 'world') return null;
  const worlds = (index.worlds.get(last) ?? []).filter((item) => lastName(item.address) !== 'imports');
  return worlds.length === 1 ? (worlds[0]?.address ?? null) : null;
}

function proposalTarget(name: string, index: Index): string | null {
  const words = name.toLowerCase().split('-');
  for (let n = words.length; n > 0; n--) {
    const id = index.proposals.get(words.slice(0, n).join('-'));
    if (id && (n === words.length || !/^(?:sdk|libc|tools?|gfx|virt|p\d)$/u.test(words[n] ?? '')))
      return `proposal:${id}`;
  }
  return null;
}

function addressesIn(title: string, index: Index): string[] {
  return mentionsIn(title, 0, index, []).map(({ target }) => target);
}

/** Whether an item belongs to what a topic is about: the interface, its package, or the proposal of that name. */
function isWithin(address: string, about: string): boolean {
  if (about.startsWith('proposal:')) return packageName(address) === about.slice('proposal:'.length);
  return address === about || address.startsWith(`${about}.`) || address.startsWith(`${about}/`);
}

function packageName(address: string): string {
  return /^[^:]+:([^/]+)/u.exec(address)?.[1] ?? '';
}

function lastName(address: string): string {
  return address.split(/[/.:]/u).at(-1) ?? '';
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The lines of a turn by number; its text begins where its words do. */
function linesOf(turn: Turn): [number, string][] {
  const lines = turn.text.split('\n');
  return lines.map((text, i) => [turn.endLine - (lines.length - 1) + i, text]);
}
