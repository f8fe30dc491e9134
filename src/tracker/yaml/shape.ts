import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Problem, Span } from '../../problem.ts';
import { nearest } from './nearest.ts';

/** A place in a YAML file while it is read: the node, its key from the top, and where problems go. */
export interface Place {
  node: Node | null;
  key: string;
  /** Where to point when the node is not there. */
  fallback: Span;
  file: FileContext;
}

export interface FileContext {
  path: string;
  problems: Problem[];
  /** Filled while reading: where each key's value stands. */
  spans: Record<string, Span>;
  spanOf(node: Node): Span;
}

/** Reads one kind of value; `undefined` after having reported a problem. */
export type Shape<T> = (place: Place) => T | undefined;

/** A key of a record: required unless `optional`. */
interface Field<T> {
  shape: Shape<T>;
  optional?: true;
  fallback?: T;
}

type Fields<T> = { [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

/** A key that has to be there. */
export function required<T>(shape: Shape<T>): Field<T> {
  return { shape };
}

/** A key that may be left out. */
export function optional<T>(shape: Shape<T>, fallback?: T): Field<T> {
  return { shape, optional: true, fallback };
}

/** Text that matches the pattern; `expected` describes it in problems. */
export function text(pattern = /\S/, expected = 'text'): Shape<string> {
  return scalar(expected, (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined));
}

/** A day that exists in the calendar. */
export const day: Shape<string> = scalar('a date like 2023-07-13', (value) =>
  typeof value === 'string' && isDay(value) ? value : undefined,
);

export function whole(min: number, max: number): Shape<number> {
  return scalar(`a whole number from ${min} to ${max}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined,
  );
}

export const flag: Shape<boolean> = scalar('true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

/** One of the words; a near miss is answered with the word that was probably meant. */
export function oneOf<const T extends string>(...words: T[]): Shape<T> {
  return (place) => {
    const value = isScalar(place.node) ? place.node.value : undefined;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    complain(place, `expected one of ${words.join(', ')}, found ${shown(place)}`, didYouMean(value, words));
    return undefined;
  };
}

/** Text, a number, true or false. */
export const plain: Shape<string | number | boolean> = scalar('text, a number, true or false', (value) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined,
);

export function list<T>(item: Shape<T>): Shape<T[]> {
  return (place) => {
    if (!isSeq(place.node)) {
      complain(place, `expected a list, found ${shown(place)}`);
      return undefined;
    }
    const items = place.node.items.map((node, index) => item(inside(place, node as Node, index)));
    return items.every((value) => value !== undefined) ? (items as T[]) : undefined;
  };
}

/** A mapping with exactly these keys. Every problem in it is reported, not only the first. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  return (place) => {
    if (!isMap(place.node)) {
      complain(place, `expected a mapping with ${Object.keys(fields).join(', ')}, found ${shown(place)}`);
      return undefined;
    }
    const pairs = new Map(place.node.items.map((pair) => [keyOf(pair), pair]));
    for (const [key, pair] of pairs) {
      if (key in fields) continue;
      const at = { ...place, node: pair.key as Node };
      complain(
        at,
        `unknown key "${key}"`,
        didYouMean(key, Object.keys(fields)) ?? known(fields),
        'unknown-key',
      );
    }
    const out: Record<string, unknown> = {};
    let complete = true;
    for (const [key, field] of Object.entries<Field<unknown>>(fields)) {
      const pair = pairs.get(key);
      if (!pair) {
        if (field.fallback !== undefined) out[key] = field.fallback;
        if (field.optional) continue;
        complain(place, `expected the key "${key}"`, undefined, 'missing-key');
        complete = false;
        continue;
      }
      const value = field.shape(inside(place, pair.value as Node | null, key, pair.key as Node));
      if (value === undefined) complete = false;
      else out[key] = value;
    }
    return complete ? (out as T) : undefined;
  };
}

/** A mapping from any words to values. */
export function table<T>(item: Shape<T>): Shape<Record<string, T>> {
  return (place) => {
    if (!isMap(place.node)) {
      complain(place, `expected a mapping, found ${shown(place)}`);
      return undefined;
    }
    const entries = place.node.items.map((pair) => {
      const key = keyOf(pair);
      return [key, item(inside(place, pair.value as Node | null, key, pair.key as Node))] as const;
    });
    return entries.every(([, value]) => value !== undefined)
      ? (Object.fromEntries(entries) as Record<string, T>)
      : undefined;
  };
}

/** A mapping whose shape depends on one of its keys. */
export function choice<T>(key: string, shapes: Record<string, Shape<T>>): Shape<T> {
  const words = oneOf(...Object.keys(shapes));
  return (place) => {
    if (!isMap(place.node)) {
      complain(place, `expected a mapping with the key "${key}", found ${shown(place)}`);
      return undefined;
    }
    const pair = place.node.items.find((candidate) => keyOf(candidate) === key);
    if (!pair) {
      complain(place, `expected the key "${key}"`, `one of ${Object.keys(shapes).join(', ')}`, 'missing-key');
      return undefined;
    }
    const word = words(inside(place, pair.value as Node | null, key, pair.key as Node));
    return word === undefined ? undefined : shapes[word]?.(place);
  };
}

/** Whatever the shape reads, made into something else. */
export function mapped<A, B>(shape: Shape<A>, change: (value: A, place: Place) => B | undefined): Shape<B> {
  return (place) => {
    const value = shape(place);
    return value === undefined ? undefined : change(value, place);
  };
}

/** Reports an error at the place. */
export function complain(place: Place, message: string, hint?: string, rule = 'expected-value'): void {
  const span = place.node ? place.file.spanOf(place.node) : place.fallback;
  place.file.problems.push({
    rule: `tracker/${rule}`,
    severity: 'error',
    message,
    path: place.file.path,
    ...span,
    ...(hint ? { hint } : {}),
  });
}

/** The sentence that points at the likely word, when one is near enough. */
export function didYouMean(word: unknown, words: readonly string[]): string | undefined {
  const guess = typeof word === 'string' ? nearest(word, words) : undefined;
  return guess ? `did you mean "${guess}"?` : undefined;
}

function scalar<T>(expected: string, read: (value: unknown) => T | undefined): Shape<T> {
  return (place) => {
    const value = isScalar(place.node) ? read(place.node.value) : undefined;
    if (value === undefined) complain(place, `expected ${expected}, found ${shown(place)}`);
    return value;
  };
}

function inside(place: Place, node: Node | null, key: string | number, keyNode?: Node): Place {
  const path = place.key ? `${place.key}.${key}` : String(key);
  const fallback = keyNode ? place.file.spanOf(keyNode) : place.fallback;
  place.file.spans[path] = node?.range ? place.file.spanOf(node) : fallback;
  return { ...place, node: node?.range ? node : null, key: path, fallback };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function known(fields: object): string {
  return `known keys: ${Object.keys(fields).join(', ')}`;
}

function shown({ node }: Place): string {
  if (!node || (isScalar(node) && node.value === null)) return 'nothing';
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'an alias';
  const written = JSON.stringify(node.value) ?? String(node.value);
  return written.length > 60 ? `${written.slice(0, 57)}..."` : written;
}

function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toISOString().startsWith(value);
}
