import { kindOfPage } from '../search/kinds.ts';
import type { NameResult } from '../search/name-results.ts';
import type { Found, Passage } from './passage.ts';

/** An item that a name or signature led to. */
export function nameItem({ address, url, kind, text }: NameResult): HTMLLIElement {
  const from = address.search(/[^/.:]*$/);
  const place = make('span', address.slice(0, from));
  place.className = 'place';
  const entry = entryWith([place, address.slice(from)], url, kind);
  entry.className = 'name';
  entry.append(make('p', text));
  return entry;
}

/** A page that was found, and the passages that answer, the best first. */
export interface FoundPage {
  page: Found;
  shown: Passage[];
}

/** A page with the passages that answer: its title leads to the best one. @param base the path of the site's root */
export function pageItem({ page, shown: [best, ...others] }: FoundPage, base: string): HTMLLIElement {
  const { label } = kindOfPage(page.url.slice(base.length));
  const entry = entryWith([page.meta.title ?? page.url], addressOf(page, best), label);
  if (best) entry.append(quoted(best, best.label ? make('b', best.label) : ''));
  for (const passage of others) {
    const link = make('a', passage.label || 'also');
    link.href = addressOf(page, passage);
    entry.append(quoted(passage, link));
  }
  return entry;
}

function addressOf(page: Found, passage: Passage | undefined): string {
  return passage?.anchor ? `${page.url}#${passage.anchor}` : page.url;
}

function quoted({ cut, words }: Passage, lead: Node | string): HTMLParagraphElement {
  const text = words.flatMap(({ text, hit }) => [hit ? make('mark', text) : text, ' ']);
  const paragraph = document.createElement('p');
  paragraph.append(lead, lead ? ' ' : '', cut ? '… ' : '', ...text);
  return paragraph;
}

function entryWith(title: (Node | string)[], url: string, kind: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.append(...title);
  const label = make('span', kind);
  label.className = 'kind';
  const entry = document.createElement('li');
  entry.append(link, ' ', label);
  return entry;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
