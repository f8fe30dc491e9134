import * as z from 'zod';
import { WORLDS } from './test-spec.ts';

/** The kinds of tests, by the target they were compiled for. */
export const TARGETS = ['wasm32-wasip1', 'wasm32-wasip2', 'wasm32-wasip3'] as const;
export type Target = (typeof TARGETS)[number];

const words = z.array(z.string());

/**
 * How to call a program with a test. A word of a command line that is `{env}`, `{dirs}`, `{args}`, `{target}` or
 * `{proposals}` stands for all the words of that kind; `{component}` is the path of the test.
 */
export const adapter = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  program: z.string(),
  version: z
    .strictObject({ args: words, pattern: z.string().default('(\\d+\\.\\S+)') })
    .or(z.string())
    .default('unknown'),
  targets: z.array(z.enum(TARGETS)),
  worlds: z.partialRecord(z.enum(WORLDS), words),
  env: words.default(['--env', '{name}={value}']),
  dirs: words.default(['--dir', '{host}::{guest}']),
  forTarget: z.partialRecord(z.enum(TARGETS), words).default({}),
  forProposal: z.record(z.string(), words).default({}),
  timeout: z.int().min(1).optional(),
});

export type Adapter = z.infer<typeof adapter>;

/** What a test is called with. */
export interface TestCall {
  component: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  dirs: readonly { host: string; guest: string }[];
  proposals: readonly string[];
}

/** The command line for a test, the program first; undefined for what the adapter does not support. */
export function commandLine(
  adapter: Adapter,
  target: Target,
  world: (typeof WORLDS)[number],
  call: TestCall,
): string[] | undefined {
  const line = adapter.worlds[world];
  if (!line || !adapter.targets.includes(target)) return undefined;
  const lists: Record<string, readonly string[]> = {
    '{component}': [call.component],
    '{args}': call.args,
    '{env}': Object.entries(call.env).flatMap(([name, value]) => filled(adapter.env, { name, value })),
    '{dirs}': call.dirs.flatMap(({ host, guest }) => filled(adapter.dirs, { host, guest })),
    '{target}': adapter.forTarget[target] ?? [],
    '{proposals}': call.proposals.flatMap((name) => adapter.forProposal[name] ?? []),
  };
  return [adapter.program, ...line.flatMap((word) => lists[word] ?? [word])];
}

function filled(words: readonly string[], values: Record<string, string>): string[] {
  return words.map((word) => word.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all));
}
