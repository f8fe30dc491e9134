import type { Part } from '../../wit/index.ts';
import { find, type ItemIndex } from '../wit/item-index.ts';
import { escapeHtml } from './escape-html.ts';

/** How to link from a signature. */
export interface SignatureLinks {
  index: ItemIndex;
  /** Completes a path from the site's root. */
  href(path: string): string;
}

/** WIT as highlighted HTML in which every name that has a place on this site is a link, titled with its address. */
export function signatureHtml(parts: readonly Part[], { index, href }: SignatureLinks): string {
  return parts
    .map(({ text, kind, link }) => {
      if (text === '->') return '<span class="nw">-&gt;</span>';
      if (kind === 'space' || kind === 'punctuation') return escapeHtml(text);
      const item = link && find(index, link);
      const words = `<span class="w-${kind}">${escapeHtml(text)}</span>`;
      return item
        ? `<a href="${escapeHtml(href(item.url))}" title="${escapeHtml(item.address)}">${words}</a>`
        : words;
    })
    .join('');
}
