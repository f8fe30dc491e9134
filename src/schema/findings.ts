import type * as z from 'zod';
import { guess, type Path, shown, UNREAD } from './document.ts';

/** One thing that is not as the schema says. */
export interface Finding {
  kind: 'unknown-key' | 'missing-key' | 'expected-value' | (string & {});
  path: Path;
  /** True when the key is meant, and not its value. */
  atKey: boolean;
  message: string;
  hint?: string;
  /** Of an unknown key, those that its mapping may have. */
  known?: readonly string[];
}

/**
 * What a schema expects, in words that follow "expected". Where a schema has an `error` of its own, that is the
 * words; whatever else is said of an issue is made here.
 */
export const expectation: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'object' ? mappingOf(issue.inst) : (TYPES[issue.expected] ?? issue.expected);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : 'another value';
    case 'unrecognized_keys':
      return keysOf(issue.inst).join(', ');
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return issue.origin === 'number' ? `a number of ${limit}` : `${limit} entries`;
    }
    default:
      return undefined;
  }
};

const TYPES: Record<string, string> = {
  array: 'a list',
  record: 'a mapping',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** So many things that are wrong with one file are told. */
export const MOST_FINDINGS = 200;

/** The issues that a schema has with some data, as findings; an unknown key each is one. */
export function findings(issues: readonly z.core.$ZodIssue[], data: unknown): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys') {
      const known = message.split(', ');
      return issue.keys
        .filter((key) => key !== '__proto__')
        .slice(0, MOST_FINDINGS)
        .map((key) => ({
          kind: 'unknown-key',
          path: [...path, key],
          atKey: true,
          message: `unknown key "${key}"`,
          hint: guess(key, known) ?? `known keys: ${message}`,
          known,
        }));
    }
    if (issue.code === 'custom') {
      const { kind = 'expected-value', hint } = issue.params ?? {};
      return [{ kind, path, atKey: false, message, hint }];
    }
    const value = valueAt(data, path);
    const key = path.at(-1);
    if (value === UNREAD) return [];
    if (value === undefined && typeof key === 'string') {
      return [
        {
          kind: 'missing-key',
          path: path.slice(0, -1),
          atKey: false,
          message: `expected the key "${key}"`,
          hint: `it is ${message}`,
        },
      ];
    }
    const words =
      issue.code === 'invalid_value'
        ? issue.values
        : 'options' in issue && Array.isArray(issue.options)
          ? issue.options
          : [];
    const hint = guess(value, words.map(String));
    return [
      {
        kind: 'expected-value',
        path,
        atKey: false,
        message: `expected ${message}, found ${shown(value)}`,
        ...(hint ? { hint } : {}),
      },
    ];
  });
}

/** The words of a problem in a schema's own check, with the rule's kind and a hint. */
export function finding(
  message: string,
  params: { kind?: string; hint?: string; path?: PropertyKey[] } = {},
) {
  const { path = [], ...rest } = params;
  return { code: 'custom' as const, message, params: rest, path };
}

function oneOf(words: readonly unknown[]): string {
  return words.length === 1 ? shown(words[0]) : `one of ${words.join(', ')}`;
}

function mappingOf(schema: unknown): string {
  const keys = keysOf(schema);
  return keys.length > 0 ? `a mapping with ${keys.join(', ')}` : 'a mapping';
}

/** The keys of an object's schema; of a choice, the key by which it is made. */
function keysOf(schema: unknown): string[] {
  const def = (schema as z.core.$ZodType | undefined)?._zod.def as
    | { shape?: object; discriminator?: string }
    | undefined;
  return def?.discriminator ? [`the key "${def.discriminator}"`] : Object.keys(def?.shape ?? {});
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (!value || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
