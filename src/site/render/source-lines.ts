import type { Part } from '../../wit/index.ts';
import { escapeHtml } from './escape-html.ts';
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
): string {
  return lines
    .map((parts, at) => {
      const number = first + at;
      let column = 1;
      const code = parts.map((part) => {
        const path = part.link ? undefined : declared.get(`${number}:${column}`);
        // Columns count characters, not UTF-16 units.
        column += [...part.text].length;
        const html = signatureHtml([part], links);
        return path && part.kind !== 'space' && part.kind !== 'punctuation'
          ? `<a class="declared" href="${escapeHtml(links.href(path))}">${html}</a>`
          : html;
      });
      return `<span class="line" id="L${number}"><a class="number" href="#L${number}">${number}</a>${code.join('')}</span>`;
    })
    .join('\n');
}
