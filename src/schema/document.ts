import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseDocument,
} from 'yaml';
import { didYouMean } from '../nearest.ts';
import { AT_START, type SourceFile, type Span } from '../problem.ts';

/** A place in a document: keys and indexes from the top. */
export type Path = readonly PropertyKey[];

/** What is wrong at a place; a rule and a path are given by whoever knows them. */
export interface Complaint extends Span {
  kind: 'syntax' | 'key' | 'warning';
  message: string;
  hint?: string;
}

/** A YAML document as plain data, in which every value can be found again. */
export interface Document {
  /** Objects without a prototype, so that no key means anything but itself; undefined when nothing can be read. */
  data: unknown;
  complaints: Complaint[];
  /** Where the value at a path stands; of what is not there, the nearest thing around it. */
  spanOf(path: Path): Span;
  /** Where the key stands that leads to a path. */
  spanOfKey(path: Path): Span;
}

/** Stands where something was refused, so that nothing more is said of it. */
export const UNREAD = Symbol('unread');

/** Nobody writes more levels by hand, and reading many more would exhaust the stack. */
const MOST_LEVELS = 64;

/** So many characters are read in a moment; files that people write are far smaller. */
const MOST_CHARACTERS = 1_000_000;

/** Nobody reads more about one file. */
const MOST_COMPLAINTS = 200;

/** More mistakes than this in the brackets and quotes of one file are not told one by one. */
const MOST_MISTAKES = 100;

/**
 * Reads YAML 1.2 as plain data: mappings whose keys are texts, lists, texts, numbers, true and false. Aliases are
 * refused: what people write here needs none, and they can stand for more than any memory holds.
 * @param most the size in characters from which a text is refused
 */
export function readDocument({ text }: SourceFile, most = MOST_CHARACTERS): Document {
  const lines = new LineCounter();
  const complaints: Complaint[] = [];
  const span = (from: number, to: number) => spanBetween(text, lines, from, to);
  const complain = (
    kind: Complaint['kind'],
    [from, to]: readonly number[],
    message: string,
    hint?: string,
  ) => {
    if (complaints.length >= MOST_COMPLAINTS) return;
    complaints.push({ kind, message, ...span(from ?? 0, to ?? 0), ...(hint ? { hint } : {}) });
  };
  const nothing: Document = {
    data: undefined,
    complaints,
    spanOf: () => AT_START,
    spanOfKey: () => AT_START,
  };
  if (text.length > most) {
    const message = `expected at most ${most.toLocaleString('en')} characters of YAML, found ${text.length.toLocaleString('en')}`;
    return { ...nothing, complaints: [{ kind: 'syntax', message, ...AT_START, endColumn: 2 }] };
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = firstTooDeep(tokens);
  if (deep !== undefined)
    complain('syntax', [deep, deep + 1], `expected at most ${MOST_LEVELS} levels of nesting`);
  const broken = tokens.filter((token) => token.type === 'error').slice(0, MOST_MISTAKES);
  for (const { offset, message } of broken.length === MOST_MISTAKES ? broken : [])
    complain('syntax', [offset, offset + 1], asYaml(message));
  if (complaints.length > 0) return nothing;

  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, version: '1.2' });
  for (const { pos, message } of document.errors.slice(0, MOST_MISTAKES))
    complain('syntax', pos, asYaml(message));
  for (const { pos, message } of document.warnings.slice(0, MOST_MISTAKES))
    complain('warning', pos, asYaml(message));
  if (document.errors.length > 0) return nothing;

  const pairs = new Map<Node, Map<string, Pair>>();
  const plain = (node: unknown): unknown => {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map(plain);
    if (isAlias(node)) {
      complain('syntax', node.range ?? [], 'expected no alias', 'write out what it stands for');
      return UNREAD;
    }
    if (!isMap(node)) return null;
    const found = new Map<string, Pair>();
    pairs.set(node, found);
    const value: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      const range = rangeOf(pair.key) ?? node.range ?? [];
      if (typeof key !== 'string')
        complain(
          'key',
          range,
          `expected a text as the key, found ${shown(plain(pair.key))}`,
          'put it in quotation marks',
        );
      else if (key === '__proto__') complain('key', range, 'unknown key "__proto__"');
      else if (found.has(key)) complain('key', range, `expected the key "${key}" once, found it again`);
      else {
        found.set(key, pair);
        value[key] = plain(pair.value);
      }
    }
    return value;
  };
  const data = plain(document.contents);

  /** What stands at a path, and the pair by which it is reached; the nearest around it when there is nothing. */
  const walk = (path: Path) => {
    let node: unknown = document.contents;
    let pair: Pair | undefined;
    for (const step of path) {
      const next = isMap(node) ? pairs.get(node)?.get(String(step)) : undefined;
      const item = isSeq(node) ? node.items[Number(step)] : next?.value;
      if (next === undefined && item === undefined) break;
      pair = next;
      node = item;
    }
    return { node, pair };
  };
  const spanAt = (...nodes: unknown[]) => {
    const [from = 0, to = 0] = nodes.map(rangeOf).find((range) => range) ?? [];
    return span(from, to);
  };
  return {
    data,
    complaints,
    spanOf: (path) => {
      const { node, pair } = walk(path);
      return spanAt(node, pair?.key);
    },
    spanOfKey: (path) => spanAt(walk(path).pair?.key),
  };
}

/** A value as a problem shows it: short, and in the words of YAML. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 60 ? `${written.slice(0, 57)}..."` : written;
}

/** A hint at the word that was probably meant. */
export function guess(word: unknown, known: Iterable<string>): string | undefined {
  return typeof word === 'string' ? didYouMean(word, known, '"') : undefined;
}

function asYaml(message: string): string {
  return `expected YAML: ${message.replace(/ at line [\s\S]*$/u, '').replace(/[.:]$/u, '')}`;
}

function rangeOf(node: unknown): readonly number[] | undefined {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? range : undefined;
}

/** Where the nesting gets too deep. */
function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, level: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, level } = next;
    if (level > MOST_LEVELS && 'offset' in token) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, level });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items)
      for (const inner of [key, value]) if (inner) open.push({ token: inner, level: level + 1 });
  }
  return undefined;
}

/** A mapping is pointed at by its first line: what is wrong with it is not all that it holds. */
function spanBetween(text: string, lines: LineCounter, from: number, to: number): Span {
  const newline = text.indexOf('\n', from);
  const end = Math.max(from, Math.min(to, newline === -1 ? text.length : newline));
  const { line, col } = lines.linePos(from);
  const column = [...text.slice(from - col + 1, from)].length + 1;
  return { line, column, endLine: line, endColumn: column + Math.max(1, [...text.slice(from, end)].length) };
}
