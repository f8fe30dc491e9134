import * as z from 'zod';

/** The worlds that a test may be of. */
export const WORLDS = ['wasi:cli/command', 'wasi:http/service'] as const;
export type WorldName = (typeof WORLDS)[number];

const names = z.record(z.string(), z.string());
const root = z.string().nullish();

const operation = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run'),
    args: z.array(z.string()).default([]),
    env: names.default({}),
    root,
    dirs: z.array(z.string()).default([]),
  }),
  z.object({ type: z.literal('wait'), exit_code: z.int().default(0) }),
  z.object({ type: z.literal('read'), id: z.string().default('stdout'), payload: z.string().default('') }),
  z.object({ type: z.literal('write'), id: z.string().default('stdin'), payload: z.string().default('') }),
  z.object({
    type: z.literal('connect'),
    id: z.string().default('server'),
    protocol_type: z.enum(['tcp', 'udp', 'http']).default('tcp'),
  }),
  z.object({ type: z.literal('send'), id: z.string(), payload: z.string().default('') }),
  z.object({ type: z.literal('recv'), id: z.string(), payload: z.string().default('') }),
  // The name that some descriptions of the format give to the same operation.
  z.object({ type: z.literal('receive'), id: z.string(), payload: z.string().default('') }),
  z.object({
    type: z.literal('request'),
    method: z.string().default('GET'),
    path: z.string().default('/'),
    headers: names.default({}),
    body: z.string().default(''),
    response: z
      .object({ status: z.int().default(200), headers: names.default({}), body: z.string().default('') })
      .default({ status: 200, headers: {}, body: '' }),
  }),
  z.object({
    type: z.literal('kill'),
    signal: z
      .string()
      .regex(/^SIG[A-Z0-9]+$/)
      .default('SIGTERM'),
  }),
]);

const endpointResponse = z.union([
  z.string().transform((body) => ({ status: 200, headers: {}, body, chunks: undefined, trailers: {} })),
  z.object({
    status: z.int().default(200),
    headers: names.default({}),
    body: z.string().default(''),
    chunks: z.array(z.string()).optional(),
    trailers: names.default({}),
  }),
]);

const server = z.object({
  name: z.string().regex(/^\w+$/),
  kind: z.enum(['listening', 'closed']).default('listening'),
  endpoints: z
    .array(
      z.object({
        method: z.string().default('GET'),
        path: z.string().default('/'),
        mode: z.enum(['static', 'echo-body', 'echo-headers']).default('static'),
        response: endpointResponse.default({
          status: 200,
          headers: {},
          body: '',
          chunks: undefined,
          trailers: {},
        }),
      }),
    )
    .default([]),
});

const byOperations = z.object({
  operations: z.array(operation).default([
    { type: 'run', args: [], env: {}, dirs: [] },
    { type: 'wait', exit_code: 0 },
  ]),
  proposals: z.array(z.string()).default([]),
  world: z.enum(WORLDS).default('wasi:cli/command'),
  servers: z.array(server).default([]),
});

const legacy = z.object({
  args: z.array(z.string()).default([]),
  env: names.default({}),
  root,
  dirs: z.array(z.string()).default([]),
  exit_code: z.int().default(0),
  stdout: z.string().nullish(),
  stderr: z.string().nullish(),
});

export type Operation = z.infer<typeof operation>;
export type TestServer = z.infer<typeof server>;
export type Endpoint = TestServer['endpoints'][number];

/** How a test is run and what is expected of it. */
export type TestSpec = z.infer<typeof byOperations>;

const LEGACY_KEYS = ['args', 'root', 'dirs', 'env', 'exit_code', 'stdout', 'stderr'];
const KEYS = ['operations', 'proposals', 'world', 'servers'];

/** The specification of a test that has none of its own: it runs and ends with 0. */
export const DEFAULT_SPEC: TestSpec = byOperations.parse({});

/**
 * Reads a test's specification, of either style, or says in a clause what is wrong with it.
 * Format: https://github.com/WebAssembly/wasi-testsuite/blob/main/doc/specification.md
 */
export function parseSpec(text: string): { spec: TestSpec } | { error: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { error: `expected JSON: ${error instanceof Error ? error.message : error}` };
  }
  if (typeof data !== 'object' || data === null) return { error: 'expected an object' };
  const keys = Object.keys(data);
  const isNew = keys.some((key) => KEYS.includes(key));
  if (isNew && keys.some((key) => LEGACY_KEYS.includes(key)))
    return { error: 'expected one style of specification, found keys of both' };
  const parsed = isNew ? byOperations.safeParse(data) : legacy.transform(fromLegacy).safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: `${issue?.path.join('.') || 'the specification'}: ${issue?.message}` };
  }
  const error = orderError(parsed.data.operations);
  return error ? { error } : { spec: parsed.data };
}

function fromLegacy({ args, env, root, dirs, exit_code, stdout, stderr }: z.infer<typeof legacy>): TestSpec {
  const read = (id: string, payload: string | null | undefined): Operation[] =>
    typeof payload === 'string' ? [{ type: 'read', id, payload }] : [];
  return {
    ...DEFAULT_SPEC,
    operations: [
      { type: 'run', args, env, root, dirs },
      ...read('stdout', stdout),
      ...read('stderr', stderr),
      { type: 'wait', exit_code },
    ],
  };
}

/** What is wrong with the order of operations: each needs what an earlier one opened. */
function orderError(operations: readonly Operation[]): string | undefined {
  let isRunning = false;
  const connections = new Set<string>();
  for (const [at, operation] of operations.entries()) {
    const where = `operations.${at}`;
    if (operation.type === 'run') {
      if (isRunning) return `${where}: run before the wait of the run before`;
      isRunning = true;
      continue;
    }
    if (!isRunning) return `${where}: ${operation.type} without a run before it`;
    if (operation.type === 'wait') {
      isRunning = false;
      connections.clear();
    } else if (operation.type === 'connect') {
      if (connections.has(operation.id)) return `${where}: a connection "${operation.id}" is there already`;
      if (operation.protocol_type !== 'tcp')
        return `${where}: connections of ${operation.protocol_type} are not known`;
      connections.add(operation.id);
    } else if ('id' in operation && /^(send|rec)/.test(operation.type) && !connections.has(operation.id)) {
      return `${where}: no connection "${operation.id}" before it`;
    }
  }
  return isRunning ? 'expected a wait after the last run' : undefined;
}
