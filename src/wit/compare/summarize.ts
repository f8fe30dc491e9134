import type { Explained } from './fold-consequences.ts';
import { type ComparedVersions, existence, type Pair } from './pairing/index.ts';
import type { Renamed } from './renames/index.ts';
import { quoted } from './rule.ts';

/** What a comparison has found, as far as a sentence about it goes. */
export interface Summarized {
  versions: ComparedVersions;
  pairs: readonly Pair[];
  explained: readonly Explained[];
  renamed: readonly Renamed[];
  versionOnly: boolean;
  /** Addresses of items whose documentation differs. */
  docs: readonly string[];
}

/** How many items are named; of more, only the number is told. */
const NAMED = 2;

/** One sentence for a reader: what is added, changed, removed, renamed, or that only the version differs. */
export function summarize(found: Summarized): string {
  const { versions, versionOnly, docs } = found;
  const [before, after] = [versions.old, versions.new].map(({ packages, main }) => packages[main]?.version);
  const parts = versionOnly ? [] : differences(found);
  if (parts.length > 0) {
    if (docs.length > 0) parts.push('the documentation differs');
    return sentence(parts);
  }
  const step =
    before !== undefined && after !== undefined && before !== after ? `: ${before} became ${after}` : '';
  if (before === after) return docs.length > 0 ? 'Only the documentation differs' : 'Nothing differs';
  if (docs.length === 0) return `Only the version differs${step}`;
  return `Only the version differs${step}, and the documentation of ${list(docs)}`;
}

function differences({ pairs, explained, renamed }: Summarized): string[] {
  const told = new Set(renamed.flatMap(({ from, to }) => [from, to]));
  const items = pairs.filter(
    (pair) =>
      pair.kind !== 'package' && pair.containerStays && !(pair.kind === 'entry' && isNamedInterface(pair)),
  );
  const parts: string[] = [];
  for (const [state, word] of [
    ['added', 'added'],
    ['removed', 'removed'],
  ] as const) {
    const found = items.filter((pair) => existence(pair) === state && !told.has(pair.address));
    if (found.length > 0) parts.push(`${counted(found)} ${word}`);
  }
  if (renamed.length > 0) parts.push(`${renamed.length} renamed or moved`);
  const changed = addresses(explained.filter(({ finding }) => CHANGED.test(finding.rule)));
  if (changed.length > 0) parts.push(`${list(changed)} changed`);
  for (const [rule, words, ofSeveral = words] of GATES) {
    const found = addresses(explained.filter(({ finding }) => finding.rule === rule));
    if (found.length > 0) parts.push(`${list(found)} ${found.length === 1 ? words : ofSeveral}`);
  }
  const steps = new Map(
    explained.flatMap(({ cause }) =>
      cause?.kind === 'step' ? [[cause.step.package, cause.step] as const] : [],
    ),
  );
  const own = pairs.find((pair) => pair.kind === 'package')?.address;
  const others = [...steps.keys()].filter((name) => name !== own);
  if (others.length > 0) {
    parts.push(`${list(others)} ${others.length === 1 ? 'is' : 'are'} used in another version`);
  }
  return parts;
}

/** Rules about something that both versions have, in another form. */
const CHANGED =
  /^(async|parameters|parameter-type|ownership|result|type|field-type|case-type|function-kind|entry-kind)-changed$|^(field|case|flag)-(added|removed)$|^members-reordered$|^parameter-renamed$/;

const GATES: [rule: string, words: string, ofSeveral?: string][] = [
  ['unstable-to-stable', 'became stable'],
  ['stable-to-unstable', 'became unstable'],
  ['deprecated', 'became deprecated'],
  ['since-removed', 'no longer says since when it is there', 'no longer say since when they are there'],
];

function isNamedInterface(pair: Pair): boolean {
  return pair.kind === 'entry' && (pair.old?.kind === 'interface' || pair.new?.kind === 'interface');
}

/** The items that findings are about, each once; of what follows from something else, only that. */
function addresses(explained: readonly Explained[]): string[] {
  const owners = explained
    .filter(({ cause }) => cause === undefined)
    .map(({ finding: { rule, item } }) =>
      /^(field|case|flag)-/.test(rule) ? item.slice(0, item.lastIndexOf('.')) : item,
    );
  return [...new Set(owners)];
}

/** `2 interfaces and 1 function`, or their names where they are few. */
function counted(pairs: readonly Pair[]): string {
  if (pairs.length <= NAMED) return list(pairs.map(({ address }) => address));
  const counts = new Map<string, number>();
  for (const { kind } of pairs) {
    const word = kind === 'entry' ? 'entry of a world' : kind;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return join([...counts].map(([word, count]) => (count === 1 ? `1 ${word}` : `${count} ${plural(word)}`)));
}

function plural(word: string): string {
  return word === 'entry of a world' ? 'entries of worlds' : `${word}s`;
}

function list(names: readonly string[]): string {
  return names.length <= NAMED ? join(names.map(quoted)) : `${names.length} items`;
}

function join(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
