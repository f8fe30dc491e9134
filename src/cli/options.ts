import { UsageError } from './usage-error.ts';

/** An option of a command: how it is written, what it means, and how its words become a value. */
export interface Option<T> {
  /** What follows the name, e.g. `DIR`; without it the option is a switch. */
  value?: string;
  isMultiple?: boolean;
  isRequired?: boolean;
  about: string;
  /** @param given the words after each mention of the option, none when it was not given. */
  read(given: readonly string[], name: string): T;
}

/** Options by name, without the dashes. */
export type Options = Record<string, Option<unknown>>;

/** What a command gets of its options. */
export type Values<O extends Options> = { [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** True when it is given. */
export function toggle(about: string): Option<boolean> {
  return { about, read: (given) => given.length > 0 };
}

/** One word, e.g. a path. */
export function text(value: string, about: string): Option<string | undefined> {
  return { value, about, read: (given) => given.at(-1) };
}

/** Words, in the order in which they were given; none without the option. */
export function texts(value: string, about: string): Option<string[]> {
  return { value, about, isMultiple: true, read: (given) => [...given] };
}

/** The same, for an option that a command cannot do without. */
export function someTexts(value: string, about: string): Option<string[]> {
  return {
    ...texts(value, about),
    isRequired: true,
    read: (given, name) => (given.length > 0 ? [...given] : absent(name, value)),
  };
}

/** One word that a command cannot do without. */
export function neededText(value: string, about: string): Option<string> {
  return { value, about, isRequired: true, read: (given, name) => given.at(-1) ?? absent(name, value) };
}

/** One of some words. */
export function choice<T extends string>(names: readonly T[], about: string): Option<T | undefined> {
  const read = (given: readonly string[], name: string) => {
    const word = given.at(-1);
    const found = names.find((one) => one === word);
    if (word !== undefined && found === undefined)
      throw new UsageError(`--${name}: expected ${alternatives(names)}, found "${word}"`);
    return found;
  };
  return { value: names.join('|'), about, read };
}

/** A whole number of at least `least`. */
export function wholeNumber(
  about: string,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): Option<number | undefined> {
  const read = (given: readonly string[], name: string) => {
    const word = given.at(-1);
    if (word === undefined) return undefined;
    const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
    if (number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
    throw new UsageError(`--${name}: expected a whole number ${range}, found "${word}"`);
  };
  return { value: 'N', about, read };
}

/** A day of the calendar. */
export function day(about: string): Option<string | undefined> {
  const read = (given: readonly string[], name: string) => {
    const word = given.at(-1);
    return word === undefined ? undefined : dayIn(word, `--${name}`);
  };
  return { value: 'YYYY-MM-DD', about, read };
}

/** An option with a value where it is not given. */
export function otherwise<T>(option: Option<T | undefined>, value: T): Option<T> {
  return { ...option, read: (given, name) => option.read(given, name) ?? value };
}

/** @throws UsageError for what is no day. */
export function dayIn(word: string, where: string): string {
  const date = new Date(`${word}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(date.getTime());
  if (isDay && date.toISOString().startsWith(word)) return word;
  throw new UsageError(`${where}: expected a date like 2024-01-25, found "${word}"`);
}

/** Today, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function alternatives(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? 'nothing');
}

function absent(name: string, value: string): never {
  throw new UsageError(`expected --${name} ${value}`);
}
