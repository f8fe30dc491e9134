import { matchSignatures, parseSignature } from './match-signature.ts';
import type { NameEntry } from './name-index.ts';
import { rankNames, shardOf } from './rank.ts';
import type { SignatureEntry } from './signatures.ts';

/** The kinds that results can be narrowed to. */
export type KindFilter = 'all' | 'interface' | 'type' | 'function' | 'member' | 'minutes' | 'page';

/** An item that was found, ready to be shown. */
export interface NameResult {
  kind: NameEntry[0];
  address: string;
  url: string;
  /** What it is, or how it is written when a signature was searched for. */
  text: string;
}

const files = new Map<string, Promise<unknown>>();

/**
 * The items that a query names, or the functions that have the signature it is. Fetches one file of the index.
 * @param base the site's root; @param shards the letters that there are files for
 */
export async function nameResults(query: string, base: string, shards: string): Promise<NameResult[]> {
  const at = (path: string) => base.replace(/\/$/, '') + path;
  const signature = parseSignature(query);
  if (signature) {
    const entries = await fetched<SignatureEntry[]>(at('/search/signatures.json'));
    return matchSignatures(entries, signature).map(([address, url, text]) => ({
      kind: 'function',
      address,
      url: at(url),
      text,
    }));
  }
  const shard = shardOf(query);
  if (!shards.includes(shard)) return [];
  const entries = await fetched<NameEntry[]>(at(`/search/names/${shard}.json`));
  return rankNames(entries, query).map(({ entry: [kind, address, url, text] }) => ({
    kind,
    address,
    url: at(url),
    text,
  }));
}

/** What to narrow to in order to see an item of this kind. */
export function kindOfItem(kind: NameEntry[0]): KindFilter {
  switch (kind) {
    case 'package':
    case 'interface':
    case 'world':
      return 'interface';
    case 'function':
    case 'method':
    case 'static':
    case 'constructor':
      return 'function';
    case 'field':
    case 'case':
    case 'flag':
      return 'member';
    default:
      return 'type';
  }
}

function fetched<T>(url: string): Promise<T> {
  const known = files.get(url) ?? fetch(url).then((response) => response.json());
  files.set(url, known);
  return known as Promise<T>;
}
