import type { SignatureEntry } from './signatures.ts';

/** What a signature that is searched for takes and gives; null for a side that was left out. */
export interface SignatureQuery {
  params: string[];
  result: string | null;
  /** Whether no side was named: a type alone may be taken or given. */
  eitherSide?: boolean;
}

/** Whether a query looks as if it asked for what takes and gives certain types. A sentence may have brackets, too. */
function isSignature(query: string): boolean {
  return /->|<|^\(|\bfunc\b/.test(query);
}

/** Reads `a, list<b> -> result`, `-> pollable` or `(name: a) -> c`; undefined for what is no signature. */
export function parseSignature(query: string): SignatureQuery | undefined {
  if (!isSignature(query)) return undefined;
  const [left = '', right] = query.split('->');
  const inner = left
    .trim()
    .replace(/^.*?\bfunc\b/, '')
    .trim()
    .replace(/^\((.*)\)$/s, '$1');
  const params = splitTypes(inner)
    .map((one) => one.replace(/^%?[\w-]+\s*:\s*/, ''))
    .filter(Boolean);
  return {
    params: params.map(squeeze),
    result: right === undefined ? null : squeeze(right) || null,
    ...(right === undefined && params.length === 1 && { eitherSide: true }),
  };
}

/** The functions that take and give what is asked for: those that do so exactly first, and what gives a lone type last. */
export function matchSignatures(entries: readonly SignatureEntry[], query: SignatureQuery): SignatureEntry[] {
  const takers = matching(entries, query);
  if (!query.eitherSide) return takers;
  const givers = matching(entries, { params: [], result: query.params[0] ?? null });
  return [...takers, ...givers.filter((entry) => !takers.includes(entry))];
}

function matching(entries: readonly SignatureEntry[], query: SignatureQuery): SignatureEntry[] {
  return entries
    .flatMap((entry) => {
      const score = scoreOf(entry, query);
      return score > 0 ? [{ entry, score }] : [];
    })
    .sort(
      (a, b) =>
        b.score - a.score || a.entry[3].length - b.entry[3].length || (a.entry[0] < b.entry[0] ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

function scoreOf([, , , params, result]: SignatureEntry, query: SignatureQuery): number {
  let score = 1;
  const left = params.map(squeeze);
  for (const wanted of query.params) {
    const fits = left.map((type) => closeness(type, wanted));
    const best = Math.max(0, ...fits);
    if (best <= 0) return 0;
    left.splice(fits.indexOf(best), 1);
    score += best;
  }
  if (query.result !== null) {
    const best = closeness(squeeze(result), query.result);
    if (best <= 0) return 0;
    score += best;
  }
  return score;
}

/** How well a type fits, as it is written or, a little less, as what its names stand for. */
function closeness(type: string, wanted: string): number {
  const [written = '', meant] = type.split('|');
  const asWritten = closenessOf(written, wanted);
  return meant === undefined ? asWritten : Math.max(asWritten, closenessOf(meant, wanted) - 0.5);
}

/** 4 for the very type, 3 for one that it is the head of (`result` of `result<a>`), 2 in a handle, 1 for a type inside. */
function closenessOf(type: string, wanted: string): number {
  if (wanted === '_' || type === wanted) return 4;
  if (type.startsWith(`${wanted}<`)) return 3;
  if (type === `borrow<${wanted}>`) return 2;
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[<,])${escaped}(?=[<>,]|$)`).test(type) ? 1 : 0;
}

/** Without spaces, and without `own`, which may as well be left out: `own<pollable>` is `pollable`. */
function squeeze(type: string): string {
  return type.replace(/\s+/g, '').replace(/\bown<([^<>]*)>/g, '$1');
}

function splitTypes(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let at = '';
  for (const character of list) {
    if (character === ',' && depth === 0) {
      found.push(at.trim());
      at = '';
      continue;
    }
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
    at += character;
  }
  return [...found, at.trim()].filter(Boolean);
}
