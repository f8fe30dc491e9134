import type { Comparison, Package } from '../../wit/index.ts';
import { namedItems } from '../wit/addresses.ts';
import { type Html, html, withCode } from './html.ts';

/** How many replacements are shown without a click. */
const FEW = 12;

/** The map of what went and came in another name, place or form; nothing where there is none. */
export function replacementsHtml(
  renamed: Comparison['renamed'],
  older: Package,
  newer: Package,
  href: (path: string) => string,
): Html | false {
  if (renamed.length === 0) return false;
  const rows = renamed.map(
    ({ from, to, why }) =>
      html`<li>${nameHtml(from, older, href)} <span aria-label="is now">→</span> ${nameHtml(to, newer, href)} <small>${withCode(why)}</small></li>`,
  );
  const words = `${renamed.length} ${renamed.length === 1 ? 'item has another name, place or form' : 'items have another name, place or form'}`;
  return html`<details class="replacements"${renamed.length <= FEW && html` open`}><summary>${words}</summary><ul>${rows}</ul></details>`;
}

/** An address as a link, in short where it is one of the package itself. */
function nameHtml(address: string, pkg: Package, href: (path: string) => string): Html {
  const item = namedItems(pkg).find((one) => one.address === address);
  const name = address.startsWith(`${pkg.name}/`) ? address.slice(pkg.name.length + 1) : address;
  return item
    ? html`<a href="${href(item.url)}" title="${address}"><code>${name}</code></a>`
    : html`<code>${name}</code>`;
}
