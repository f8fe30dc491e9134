import type { Part } from '../../wit/index.ts';
import { find, type ItemIndex } from '../wit/item-index.ts';
import { type Html, html } from './html.ts';

/** How to link from a signature. */
export interface SignatureLinks {
  index: ItemIndex;
  /** Completes a path from the site's root. */
  href(path: string): string;
}

/** WIT as highlighted HTML in which every name that has a place on this site is a link, titled with its address. */
export function signatureHtml(parts: readonly Part[], { index, href }: SignatureLinks): Html {
  const coloured = parts.map(({ text, kind, link }) => {
    if (text === '->') return html`<span class="nw">-&gt;</span>`;
    if (kind === 'space' || kind === 'punctuation') return text;
    const item = link && find(index, link);
    const words = html`<span class="w-${kind}">${text}</span>`;
    return item ? html`<a href="${href(item.url)}" title="${item.address}">${words}</a>` : words;
  });
  return html`${coloured}`;
}
