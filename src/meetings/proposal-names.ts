import * as z from 'zod';
import type { Parsed, SourceFile } from '../problem.ts';
import { readYaml, text } from '../schema/index.ts';

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

/** `content/proposal-aliases.yml`: a proposal’s id, and the other names under which it is spoken of, voted on or listed. */
export const proposalAliases = z.record(z.string(), z.array(text()));

/** Reads `id: [other name, ...]`, one proposal a line: the table that minutes and the audit share. */
export function parseProposalNames(file: SourceFile): Parsed<ProposalNames> {
  const { value: table, problems } = readYaml(file, proposalAliases, {
    rule: () => RULE,
    hint: HINT,
    empty: {},
    keepRest: true,
  });
  const names = new Map<string, string>();
  for (const [id, others] of Object.entries(table?.value ?? {})) {
    for (const name of [id, ...others]) {
      const other = names.get(normalForm(name));
      if (table && other && other !== id) {
        problems.push({
          rule: RULE,
          severity: 'error',
          message: `expected "${name}" to name one proposal, found "${other}" and "${id}"`,
          path: file.path,
          ...table.spanOf(id),
          hint: HINT,
        });
      }
      names.set(normalForm(name), id);
    }
  }
  return { value: names, problems };
}

const RULE = 'meetings/proposal-names';
const HINT = 'Write one proposal a line: its id, a colon, and its other names in square brackets.';

/** What a vote is about is said in fewer characters. */
const LONGEST = 1500;

/** The proposal that words about a vote are about: `wasi-io`, `wasi:cli/command`, or a known name such as `key-value store`. */
export function proposalIn(written: string, names: ProposalNames = NO_NAMES): string | null {
  const text = written.slice(0, LONGEST);
  const prefixed =
    /\bwasi[-:](?!sdk\b|libc\b|virt\b|preview|threads-)([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?: [a-z0-9]+)?)/iu.exec(
      text,
    )?.[1];
  const spaced = /\bWASI[ /]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\b/u.exec(text)?.[1];
  const ids = [prefixed, spaced]
    .map((name) => name && longestName(name, names))
    .filter((id) => id !== undefined);
  const exact = ids.find((id) => id && [...names.values()].includes(id));
  if (exact) return exact;
  if (ids[0] && prefixed) return ids[0];
  const before = VOTED_ON.map((pattern) => pattern.exec(text)?.[1] ?? '').find(
    (name) => name && !NO_NAME.test(name),
  );
  return (
    [...named(text, names), before ? proposalId(before, names) : undefined].find(
      (id) => id && id.length > 1,
    ) ?? null
  );
}

/** What words say goes to a phase: `advance keyvalue to phase 2`, `objections to stack switching moving to phase 1`, `phase 2 vote for custom-page-sizes`. */
const VOTED_ON = [
  /(?:^|\b(?:advanc\w+|mov\w+|promot\w+|accept\w*|(?:votes?|polls?) (?:for|on)|(?:votes?|polls?):|objections? to)\s+)(?:advanc\w+\s+|mov\w+\s+|the\s+)?((?!(?:the|votes?|polls?)\b)[\w:/-]+(?:\s(?!mov|advanc|go)[\w-]+)?)\s+(?:proposal\s+)?(?:(?:mov|advanc|go)\w+\s+)?(?:to|for|as|at|into|enters?)\s+(?:a\s+new\s+)?(?:phase|stage)\b/iu,
  /\b(?:phase|stage) \d (?:vote|poll) (?:for|on) (?:the )?([\w:/-]+)(?: proposal)?\b/iu,
];
/** Words of a vote that are nobody's name. */
const NO_NAME =
  /^(?:approv\w*|advanc\w*|mov\w*|accept\w*|promot\w*|go(?:ing)?|bring|present\w*|discuss\w*|ready|not|we|i|now|then|yet|it|this|that|they|these|both|all|vote|poll|proposal|polls?|up|on|in|to|for|from|is|be|be(?:en|ing)|has|have|any|objections?|consensus|should|can|could|will|update|criteria|requirements?|entry|let|us|ok|so|and|or|of|a|an|the|you|next|official\w*|get(?:ting)?|congrat\w*|thank\w*|propos\w*|candidate|current|conditional\w*|straight|directly|again)\b/iu;

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
    .map(([name, id]) => ({ at: normal.indexOf(`-${name}-`), name, id }))
    .filter(({ at, name }) => at >= 0 && (!/^[a-z]+$/u.test(name) || isMeant(name, text)))
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)
    .map((found) => found.id);
}

/**
 * Whether a name of one word stands for the proposal: `poll`, `streams`, `random`, `io` are words of everyday notes. A
 * sign is `wasi-`, code, a capital within the sentence, or a vote, a phase or the word proposal beside it.
 */
function isMeant(name: string, text: string): boolean {
  const word = `[\\s*_(/]${name}(?=$|[^\\w-])`;
  const signs = [
    `\\bwasi[-:/ ]${name}\\b|\`(?:wasi[-:])?${name}\``,
    `(?:advanc\\w+|mov(?:e|ing)|promot\\w+|accept\\w*|(?:vote|poll|proposal)s?(?: on| for)?:?)(?: the)?${word}`,
    `(?:^|[^\\w-])${name}[\\s*_)]+(?:(?:proposal|api|interface|world|vote)\\b|(?:\\w+\\s){0,2}(?:phase|stage) \\d)`,
  ];
  if (signs.some((sign) => new RegExp(sign, 'iu').test(text))) return true;
  const capital = new RegExp(
    `[^.!?:\\s*_#]\\s+[*_(]*(?:${name.toUpperCase()}|${name.charAt(0).toUpperCase()}${name.slice(1)})(?=$|[^\\w-])`,
    'u',
  );
  return !/^polls?$/u.test(name) && capital.test(text);
}
