import type { Func, Part } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { itemAt } from '../wit/item-view.ts';
import { shownItems } from './name-index.ts';

/**
 * A function as signatures are searched: its address and page, how it is written, what it takes and what it gives. A type
 * is followed by what it stands for, where its names are for other types: `duration|u64`.
 */
export type SignatureEntry = [address: string, url: string, text: string, params: string[], result: string];

/** Every function of the site once. A method takes its resource first. */
export function signatureEntries(content: Content): SignatureEntry[] {
  return shownItems(content).flatMap(({ item, url }) =>
    'params' in item ? [entryOf(item, url, content)] : [],
  );
}

function entryOf(func: Func, url: string, content: Content): SignatureEntry {
  const resource = func.address.split('.').at(-2) ?? '';
  const both = (parts: readonly Part[]) => [...new Set([text(parts), meant(parts, content)])].join('|');
  const own = func.params.map(({ type }) => both(type));
  const params = func.kind === 'method' ? [`borrow<${resource}>`, ...own] : own;
  const result = func.kind === 'constructor' && !func.result ? resource : both(func.result ?? []);
  return [func.address, url, text(func.signature), params, result];
}

/** A type with the names that only stand for another type replaced by that. */
function meant(parts: readonly Part[], content: Content): string {
  return parts
    .map((part) => {
      const named = part.link && itemAt(content, part.link);
      if (named?.kind !== 'type') return part.text;
      return meant(
        named.signature.slice(named.signature.findIndex((one) => one.text === '=') + 1),
        content,
      ).trim();
    })
    .join('');
}

function text(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
