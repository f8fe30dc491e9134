import type { Func, Part } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { shownItems } from './name-index.ts';

/** A function as signatures are searched: its address and page, how it is written, what it takes and what it gives. */
export type SignatureEntry = [address: string, url: string, text: string, params: string[], result: string];

/** Every function of the site once. A method takes its resource first. */
export function signatureEntries(content: Content): SignatureEntry[] {
  return shownItems(content).flatMap(({ item, url }) => ('params' in item ? [entryOf(item, url)] : []));
}

function entryOf(func: Func, url: string): SignatureEntry {
  const resource = func.address.split('.').at(-2) ?? '';
  const own = func.params.map(({ type }) => text(type));
  const params = func.kind === 'method' ? [`borrow<${resource}>`, ...own] : own;
  const result = func.kind === 'constructor' && !func.result ? resource : text(func.result ?? []);
  return [func.address, url, text(func.signature), params, result];
}

function text(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
