import type { NameEntry } from './name-index.ts';

/** The files in which a name may be found: the first letters of its words, `fields.get` by `g` only. */
export function shardsOf(address: string): string[] {
  const isPackage = !address.includes('/');
  const name = isPackage ? address : lastName(address);
  return [...new Set(name.split(/[-:]/).map(firstLetter))];
}

/** The file in which what is asked for would be. */
export function shardOf(query: string): string {
  return firstLetter(lastName(normal(query)).replace(/^.*:/, ''));
}

const KIND_ORDER = [
  'package',
  'interface',
  'world',
  'resource',
  'record',
  'variant',
  'enum',
  'flags',
  'type',
  'function',
  'static',
  'constructor',
  'method',
  'field',
  'case',
  'flag',
];

/** How an entry answers: its name exactly, its beginning, the beginning of a word in it. */
export type Fit = 'exact' | 'prefix' | 'word';

/** The entries that answer a query, exact names first, then names that begin so, then names with a word that does. */
export function rankNames(entries: readonly NameEntry[], query: string): { entry: NameEntry; fit: Fit }[] {
  const wanted = normal(query);
  if (!wanted) return [];
  const found = entries.flatMap((entry) => {
    const fit = fitOf(entry[1].toLowerCase(), wanted);
    return fit ? [{ entry, fit }] : [];
  });
  const order: Fit[] = ['exact', 'prefix', 'word'];
  return found.sort(
    (a, b) =>
      order.indexOf(a.fit) - order.indexOf(b.fit) ||
      KIND_ORDER.indexOf(a.entry[0]) - KIND_ORDER.indexOf(b.entry[0]) ||
      a.entry[1].length - b.entry[1].length ||
      (a.entry[1] < b.entry[1] ? -1 : 1),
  );
}

/** A query may be a name, an end of an address at one of its joints, or several words of one name. */
function fitOf(address: string, wanted: string): Fit | undefined {
  if (address === wanted || (address.endsWith(wanted) && isJoint(address, address.length - wanted.length)))
    return 'exact';
  const from = wanted.search(/[^:/.]*$/);
  const [before, start] = [wanted.slice(0, from), wanted.slice(from)];
  const name = address.slice(address.search(/[^:/.]*$/));
  const head = address.slice(0, address.length - name.length);
  if (before && !(head.endsWith(before) && isJoint(head, head.length - before.length))) return undefined;
  if (name.startsWith(start)) return 'prefix';
  return name.includes(`-${start}`) ? 'word' : undefined;
}

function isJoint(address: string, at: number): boolean {
  return at === 0 || /[:/.]/.test(address[at - 1] ?? '');
}

/** As addresses are written: without a version, words joined. */
function normal(query: string): string {
  return query
    .trim()
    .toLowerCase()
    .replace(/@[\w.+-]*?(?=[/.]?[a-z]|$)/, '')
    .replace(/\(\)$/, '')
    .replace(/\s+/g, '-');
}

function lastName(address: string): string {
  return address.replace(/^.*[/.]/, '');
}

function firstLetter(word: string): string {
  const letter = word.replace(/^%/, '').charAt(0).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter : '_';
}
