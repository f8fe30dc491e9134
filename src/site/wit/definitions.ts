import type { Interface, Package, Type, World } from '../../wit/index.ts';
import { type Html, html } from '../render/html.ts';
import { signatureHtml } from '../render/signature.ts';
import { anchorOf } from './addresses.ts';
import { type Rendering, summaryOf } from './item-view.ts';
import { pageNames } from './releases.ts';

/** A definition in short: its head with up to a few members, and what it is. HTML. */
export interface Definition {
  signature: Html;
  summary: Html;
}

const MEMBERS = 12;

/** The types that stand on a page: also those of the interfaces that a world declares in place. */
function typesOn(one: Interface | World): Type[] {
  if (one.kind === 'interface') return one.types;
  return [...one.types, ...[...one.imports, ...one.exports].flatMap(({ inline }) => inline?.types ?? [])];
}

/** The definitions of a package's types, interfaces and worlds, by page and anchor: `types/#record.error-payload`. */
export function definitions(at: Rendering, pkg: Package): Record<string, Definition> {
  const found: Record<string, Definition> = {};
  const pages = new Set(pageNames(pkg));
  for (const one of [...pkg.interfaces, ...pkg.worlds]) {
    if (!pages.has(one.name)) continue;
    found[`${one.name}/`] = {
      signature: html`<span class="w-keyword">${one.kind}</span> ${one.address}`,
      summary: summaryOf(at, one),
    };
    for (const type of typesOn(one)) {
      const shown = type.members
        .slice(0, MEMBERS)
        .map(
          ({ name, type: own }) =>
            html`\n  <span class="w-field">${name}</span>${own && [': ', signatureHtml(own, { ...at, index: new Map() })]},`,
        );
      const rest = type.members.length > MEMBERS ? `\n  … ${type.members.length - MEMBERS} more` : '';
      const head = signatureHtml(type.signature, { ...at, index: new Map() });
      found[`${one.name}/#${anchorOf(type.kind, type.address)}`] = {
        signature: shown.length > 0 ? html`${head} {${shown}${rest}\n}` : head,
        summary: summaryOf(at, type),
      };
    }
  }
  return found;
}
