import { parseDocument } from 'yaml';
import type { Parsed, Problem, SourceFile } from '../problem.ts';

/** Other names of proposals, in the normal form of `proposalId`, with the id each stands for. */
export type ProposalNames = ReadonlyMap<string, string>;

export const NO_NAMES: ProposalNames = new Map();

/**
 * The short id of a proposal from any way to write it: `wasi-kv-store`, `wasi:keyvalue/cache@0.2.0` and
 * `Key-value Store` are `keyvalue` when the names say so. Without them only prefix, version and spelling go.
 */
export function proposalId(written: string, names: ProposalNames = NO_NAMES): string {
  const normal = normalForm(written);
  return names.get(normal) ?? normal;
}

function normalForm(written: string): string {
  return written
    .replace(/[*`_"“”]/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/\s+(?:proposal|interface|interfaces|api|world|package)$/u, '')
    .replace(/^wasi[\s:/-]+(?=[a-z0-9])/u, '')
    .replace(/[@/].*$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** Reads `id: [other name, ...]`, one proposal a line: the table that minutes and the audit share. */
export function parseProposalNames(file: SourceFile): Parsed<ProposalNames> {
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  const report = (offset: number, message: string) => problems.push(at(file, offset, message));
  const document = parseDocument(file.text);
  for (const error of document.errors) report(error.pos[0], error.message.split('\n')[0] ?? 'expected YAML');
  const data: unknown = document.errors.length > 0 ? {} : document.toJS({ maxAliasCount: 20 });
  for (const [id, others] of Object.entries(data && typeof data === 'object' ? data : {})) {
    const offset = Math.max(0, file.text.search(new RegExp(`^${id.replace(/[^\w-]/gu, '.')}\\s*:`, 'mu')));
    if (!Array.isArray(others) || !others.every((other) => typeof other === 'string')) {
      report(offset, `expected a list of names for "${id}"`);
      continue;
    }
    for (const name of [id, ...others]) {
      const other = names.get(normalForm(name));
      if (other && other !== id)
        report(offset, `expected "${name}" to name one proposal, found "${other}" and "${id}"`);
      names.set(normalForm(name), id);
    }
  }
  return { value: names, problems };
}

/** The proposal that words about a vote are about: `wasi-io`, `wasi:cli/command`, or a known name such as `key-value store`. */
export function proposalIn(text: string, names: ProposalNames = NO_NAMES): string | null {
  const prefixed =
    /\bwasi[-:](?!sdk\b|libc\b|virt\b|preview|threads-)([a-z0-9]+(?:-[a-z0-9]+)*(?: [a-z0-9]+)?)/iu.exec(
      text,
    )?.[1];
  const spaced = /\bWASI[ /]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\b/u.exec(text)?.[1];
  const ids = [prefixed, spaced]
    .map((name) => name && longestName(name, names))
    .filter((id) => id !== undefined);
  const exact = ids.find((id) => id && [...names.values()].includes(id));
  if (exact) return exact;
  if (ids[0] && prefixed) return ids[0];
  const before =
    /(?:^|\b(?:advanc\w+|mov\w+|promot\w+|accept\w*|for|of|vote:?|poll:?)\s+)(?!votes?\b|polls?\b|voting\b)([\w:/-]+(?:\s[\w-]+)?)\s+(?:proposal\s+)?(?:to|for|as|at|into|enters?)\s+(?:a\s+new\s+)?(?:phase|stage)\b/iu.exec(
      text,
    )?.[1];
  return (
    [...named(text, names), before ? proposalId(before, names) : undefined].find(
      (id) => id && id.length > 1,
    ) ?? null
  );
}

function longestName(name: string, names: ProposalNames): string {
  const words = proposalId(name).split('-');
  for (let n = words.length; n > 0; n--) {
    const id = names.get(words.slice(0, n).join('-'));
    if (id) return id;
  }
  return proposalId(name.replace(/ .*$/u, ''));
}

/** The names found in a text, by place, the longer before the shorter. */
function named(text: string, names: ProposalNames): string[] {
  const normal = `-${normalForm(`x ${text.replace(/[@/]/gu, ' ')}`)}-`;
  return [...names]
    .map(([name, id]) => ({ at: normal.indexOf(`-${name}-`), length: name.length, id }))
    .filter((found) => found.at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .map((found) => found.id);
}

function at(file: SourceFile, offset: number, message: string): Problem {
  const before = file.text.slice(0, offset).split('\n');
  const line = before.length;
  const column = [...(before.at(-1) ?? '')].length + 1;
  return {
    rule: 'meetings/proposal-names',
    severity: 'error',
    message,
    path: file.path,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    hint: 'Write one proposal a line: its id, a colon, and its other names in square brackets.',
  };
}
