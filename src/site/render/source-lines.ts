import type { Part } from '../../wit/index.ts';
import { type Html, html } from './html.ts';
import { type SignatureLinks, signatureHtml } from './signature.ts';

/**
 * A file as highlighted HTML, each line with its number as an anchor; names lead to what they mean, and declared names
 * to where they are documented.
 * @param first the number of the first line
 * @param declared paths from the site's root by `line:column`
 */
export function sourceLines(
  lines: readonly Part[][],
  first: number,
  declared: ReadonlyMap<string, string>,
  links: SignatureLinks,
): Html {
  const numbered = lines.map((parts, at) => {
    const number = first + at;
    let column = 1;
    const code = parts.map((part) => {
      const path = part.link ? undefined : declared.get(`${number}:${column}`);
      // Columns count characters, not UTF-16 units.
      column += [...part.text].length;
      const words = signatureHtml([part], links);
      return path && part.kind !== 'space' && part.kind !== 'punctuation'
        ? html`<a class="declared" href="${links.href(path)}">${words}</a>`
        : words;
    });
    return html`${at > 0 && '\n'}<span class="line" id="L${number}"><a class="number" href="#L${number}">${number}</a>${code}</span>`;
  });
  return html`${numbered}`;
}
