import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import type { Answer } from './answer.ts';
import { GROUP_OPTIONS, type GroupValues } from './group-options.ts';
import { choice, type Option, type Options, toggle, type Values } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A command of `witness`: a file below `src/cli`, listed in `commands.ts`. */
export interface Command {
  /** The words after the command's name, e.g. `PATH... [--deps DIR]...`. */
  usage: string;
  /** One line for `witness --help`. */
  summary: string;
  options: Options;
  format(args: string[]): Format;
  /** @returns what was found, or the exit code of a command that writes for itself. @throws UsageError */
  run(args: string[]): Promise<Answer | number>;
}

/** Who an answer is for: people, programs, or the annotations of a pull request. */
export type Format = (typeof FORMATS)[number] | 'markdown';

const FORMATS = ['text', 'json', 'github'] as const;

/** What every command understands. */
const COMMON = {
  ...GROUP_OPTIONS,
  format: choice(FORMATS, 'for people, for programs, or as annotations of a pull request'),
  json: toggle('the same as --format json'),
} satisfies Options;

interface Definition<A extends string, O extends Options> {
  /** `OLD NEW`, `PATH...`, `[ID...]`, `COMPONENT.wasm [-- ARG...]`, or nothing. */
  args: A;
  summary: string;
  options: O;
  /** Those it can be asked for, when they are not the usual ones. */
  formats?: readonly Format[];
  /** The format where none is asked for. */
  format?: Format;
  run(
    args: Args<A>,
    values: Values<O> & Omit<GroupValues, keyof O> & { format: Format },
  ): Promise<Answer | number> | Answer | number;
}

/** The types of the words that `args` names. */
type Args<A extends string> = A extends ''
  ? []
  : A extends `${infer First} ${infer Rest}`
    ? [...Arg<First>, ...Args<Rest>]
    : Arg<A>;

type Arg<A extends string> = A extends '[--'
  ? []
  : A extends `[${string}...]` | `${string}...]`
    ? string[]
    : A extends `${string}...`
      ? [string, ...string[]]
      : A extends `[${string}]`
        ? [string?]
        : [string];

/** Makes a command: its usage, its help and the types that it runs with come from the definition. */
export function defineCommand<const A extends string, O extends Options>(
  definition: Definition<A, O>,
): Command {
  const { args: words, summary, options, run } = definition;
  // A command may mean something else by a name: examples run --source FILE.
  const formats: Option<Format | undefined> = definition.formats
    ? choice(definition.formats, COMMON.format.about)
    : COMMON.format;
  const all: Options = { ...options, ...COMMON, format: formats, ...options };
  const formatOf = (given: Given) =>
    COMMON.json.read(given.get('json') ?? [], 'json')
      ? 'json'
      : (formats.read(given.get('format') ?? [], 'format') ?? definition.format ?? 'text');
  return {
    usage: [words, ...Object.entries(all).map(([name, option]) => optionUsage(name, option))]
      .filter((word) => word !== '')
      .join(' '),
    summary,
    options: all,
    format(args) {
      try {
        return formatOf(parse(args, all).given);
      } catch {
        return 'text';
      }
    },
    async run(args) {
      const { positionals, given } = parse(args, all);
      expectWords(words, positionals);
      const values = Object.fromEntries(
        Object.entries({ ...GROUP_OPTIONS, ...options }).map(([name, option]) => [
          name,
          option.read(given.get(name) ?? [], name),
        ]),
      );
      // What the definition says of the words has just been checked, and each value comes from its own option.
      return run(positionals as Args<A>, {
        ...(values as Values<O> & Omit<GroupValues, keyof O>),
        format: formatOf(given),
      });
    },
  };
}

/** The words after each option that was given, by its name. */
type Given = ReadonlyMap<string, string[]>;

/** @throws UsageError for an option that is not known, or lacks its value. */
function parse(args: string[], options: Options): { positionals: string[]; given: Given } {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args, options: config, allowPositionals: true });
    const given = Object.entries(values).map(([name, value]): [string, string[]] => [
      name,
      [value ?? []].flat().map(String),
    ]);
    return { positionals, given: new Map(given) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '(-+)([^']*)'/.exec(message);
    if (!unknown) throw new UsageError(message);
    const [, dashes, name = ''] = unknown;
    const meant = nearest(name, Object.keys(options));
    throw new UsageError(`unknown option "${dashes}${name}"${meant ? `; did you mean --${meant}?` : ''}`);
  }
}

/** @throws UsageError for too few or too many words. */
function expectWords(words: string, given: readonly string[]): void {
  const wanted = words.split(' ').filter((word) => word !== '' && word !== '[--');
  const least = wanted.filter((word) => !word.endsWith(']')).length;
  const most = wanted.some((word) => word.includes('...')) ? Number.POSITIVE_INFINITY : wanted.length;
  if (given.length >= least && given.length <= most) return;
  throw new UsageError(
    `expected ${words || 'only options'}, found ${given.length > 0 ? `"${given.join(' ')}"` : 'nothing'}`,
  );
}

function optionUsage(name: string, { value, isMultiple, isRequired }: Option<unknown>): string {
  const one = value === undefined ? `--${name}` : `--${name} ${value}`;
  return `${isRequired ? one : `[${one}]`}${isMultiple ? '...' : ''}`;
}
