import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateGuestTypes, generateHostTypes } from '@bytecodealliance/jco-transpile';
import { componentEmbed, print } from '@bytecodealliance/jco-transpile/wasm-tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPackages } from '../../src/load/index.ts';
import { type FunctionViews, functionViews, parse, resolve } from '../../src/wit/index.ts';

const WIT = new URL('../../node_modules/@bytecodealliance/jco/lib/wit/builtin/', import.meta.url).pathname;
const IMPORTS = {
  '0.2.12': ['http/types', 'filesystem/types', 'sockets/udp', 'cli/environment', 'random/random'],
  '0.3.0': ['http/types', 'filesystem/types', 'sockets/types', 'cli/environment', 'clocks/monotonic-clock'],
};

describe.each(Object.entries(IMPORTS))(
  'functions of WASI %s, against what jco makes of them',
  (version, names) => {
    const views = viewsByName(functionViews(loadPackages([join(WIT, version)]).resolved));
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'witness-views-'));
      await mkdir(join(folder, 'deps'));
      for (const name of await readdir(join(WIT, version)))
        await cp(join(WIT, version, name), join(folder, 'deps', name), { recursive: true });
      const imports = names.map((name) => `  import wasi:${name}@${version};`);
      await writeFile(
        join(folder, 'host.wit'),
        `package test:host;\nworld host {\n${imports.join('\n')}\n}\n`,
      );
    });

    afterAll(() => rm(folder, { recursive: true }));

    it.each([
      ['a host', false],
      ['a guest', true],
    ])('have the TypeScript signature that it declares for %s', async (_, guest) => {
      const declared = await declaredBy(folder, 'host', guest);
      const ours = new Set([...views.values()].map(({ typescript }) => typescript));
      expect(declared.length).toBeGreaterThan(80);
      expect(declared.filter((signature) => !ours.has(signature))).toEqual([]);
    });

    it('have the core signature that its module imports', async () => {
      const text = await print(await componentEmbed({ dummy: true, witPath: folder, world: 'host' }));
      const imported = coreImports(text);
      const wrong = imported.filter(({ name, signature }) => {
        const view = views.get(name);
        // An async function may also be lowered synchronously, and that is what an empty module does.
        return view && !view.typescript?.includes('Promise<') && coreText(view) !== signature;
      });
      expect(imported.filter(({ name }) => views.has(name)).length).toBeGreaterThan(80);
      expect(wrong).toEqual([]);
    });
  },
);

describe('a function with types that WASI does not use yet', () => {
  const odd = `
    type table = map<string, list<u8>>;
    resource r { make: static async func() -> result<r, string>; }
    maps: func(a: table, b: map<u32, option<char>>) -> map<string, map<bool, r>>;
    errors: func(a: error-context, b: future<error-context>) -> option<error-context>;
    fixed: func(a: list<u8, 4>, b: list<list<string, 2>, 2>) -> list<r, 1>;
    streams: async func(a: stream<stream<u8>>, b: future<result<_, string>>) -> tuple<stream<string>, future<r>>;
    bare: func(a: stream, b: future);
  `;

  it.each([
    ['imports', 'a host', false],
    ['imports', 'a guest', true],
    ['exports', 'a host', false],
    ['exports', 'a guest', true],
  ])('that a world %s is declared by jco for %s as it is shown', async (side, _, guest) => {
    const folder = await mkdtemp(join(tmpdir(), 'witness-odd-'));
    try {
      const text = `package a:b;\ninterface i {${odd}}\nworld odd { ${side.replace('s', '')} i; }\n`;
      await writeFile(join(folder, 'odd.wit'), text);
      const { value } = parse({ path: 'odd.wit', text });
      const views = functionViews(resolve([[value]], { allFeatures: true }).value);
      const declared = await declaredBy(folder, 'odd', guest);
      expect(declared.sort()).toEqual([...views.values()].map(({ typescript }) => typescript).sort());
      expect(declared).toHaveLength(6);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has no TypeScript when a list of fixed length would fill the page, and its core signature at once', () => {
    const largest = 'list<list<list<u8, 4294967295>, 4294967295>, 4294967295>';
    const view = viewOf(`f: func(a: ${largest}) -> ${largest};`);
    expect(view.typescript).toBeUndefined();
    expect(coreText(view)).toBe('(i32 i32)->()');
    expect(viewOf('f: func(a: list<u8, 16>);').core?.import.params).toHaveLength(16);
    expect(viewOf('f: func(a: list<u8, 17>);').core?.import.params).toHaveLength(1);
    expect(viewOf('f: func(a: result<list<u64, 20>, list<u8, 3>>);').core?.import.params).toHaveLength(1);
  });
});

describe('the core signature', () => {
  it.each([
    ['func()', '()->()', '()->()'],
    ['func(a: u8, b: s64, c: f32, d: string) -> f64', '(i32 i64 f32 i32 i32)->(f64)', 'same'],
    ['func() -> string', '(i32)->()', '()->(i32)'],
    ['func(a: result<f32, u32>)', '(i32 i32)->()', 'same'],
    ['func(a: result<f32, u64>)', '(i32 i64)->()', 'same'],
    ['func(a: option<option<char>>)', '(i32 i32 i32)->()', 'same'],
    ['func(a: list<tuple<u8, string>>)', '(i32 i32)->()', 'same'],
    [
      'func(a: tuple<string, string, string, string, string, string, string, string>)',
      `(${'i32 '.repeat(16).trim()})->()`,
      'same',
    ],
    [
      'func(a: tuple<string, string, string, string, string, string, string, string>, b: u8)',
      '(i32)->()',
      'same',
    ],
    ['func() -> result', '()->(i32)', 'same'],
    ['func(a: stream<u8>, b: future<string>)', '(i32 i32)->()', 'same'],
    ['async func(a: string, b: string)', '(i32 i32 i32 i32)->(i32)', 'same'],
    ['async func(a: string, b: string) -> u64', '(i32 i32 i32 i32 i32)->(i32)', '(i32 i32 i32 i32)->(i32)'],
    ['async func(a: string, b: string, c: u8)', '(i32)->(i32)', '(i32 i32 i32 i32 i32)->(i32)'],
  ])('of %s is %s', (signature, imported, exported) => {
    const view = viewOf(`f: ${signature};`);
    expect(coreText(view)).toBe(imported);
    expect(coreText(view, 'export')).toBe(exported === 'same' ? imported : exported);
  });

  it.each([
    [1, '(i32)->()'],
    [32, '(i32)->()'],
  ])('packs %i flags into one number', (count, expected) => {
    const flags = Array.from({ length: count }, (_, at) => `f${at}`).join(', ');
    expect(coreText(viewOf(`flags all { ${flags} } f: func(a: all);`))).toBe(expected);
  });

  it('is left out where a type is not known', () => {
    expect(viewOf('f: func(a: nothing);')).toEqual({});
  });
});

describe('the TypeScript signature', () => {
  it.each([
    ['f: func(TTL-ms: option<u32>) -> list<s16>;', 'f(ttlMs: number | undefined): Int16Array'],
    ['f: func(in: option<option<u8>>);', 'f(in_: Option<number | undefined>): void'],
    ['f: async func() -> result<_, string>;', 'f(): Promise<void>'],
    ['f: func() -> tuple<u64, list<string>>;', 'f(): [bigint, Array<string>]'],
    ['resource r { constructor(a: bool); } f: func() -> r;', 'f(): R'],
  ])('of %s is %s', (text, expected) => {
    expect(viewOf(text).typescript).toBe(expected);
  });
});

function viewOf(items: string): FunctionViews {
  const { value } = parse({ path: 'a.wit', text: `package a:b;\ninterface i { ${items} }\n` });
  const view = functionViews(resolve([[value]], { allFeatures: true }).value).get('a:b a:b/i.f');
  if (!view) throw new Error('the function is not there');
  return view;
}

function coreText({ core }: FunctionViews, side: 'import' | 'export' = 'import'): string | undefined {
  const signature = core?.[side];
  return signature && `(${signature.params.join(' ')})->(${signature.results.join(' ')})`;
}

/** By the address of the function. */
function viewsByName(views: ReadonlyMap<string, FunctionViews>): Map<string, FunctionViews> {
  return new Map([...views].map(([key, view]) => [key.replace(/^\S+ /, ''), view]));
}

/** The functions of a world as jco declares them. */
async function declaredBy(folder: string, worldName: string, guest: boolean): Promise<string[]> {
  const generate = guest ? generateGuestTypes : generateHostTypes;
  const files = await generate(folder, { name: worldName, worldName });
  return Object.values(files).flatMap((bytes) => declarations(new TextDecoder().decode(bytes)));
}

/** What `.d.ts` files of jco declare, one line each. */
function declarations(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, signature] = /^ *(?:export function | {2}(?=[a-z'][\w' ]*\())(.*?);?$/.exec(line) ?? [];
    return signature && !line.includes('private constructor') ? [signature.replace(/'(\w+)'\(/, '$1(')] : [];
  });
}

/** The functions that a module imports, by address, resource plumbing left out. */
function coreImports(text: string): { name: string; signature: string }[] {
  const signatures = new Map(
    [...text.matchAll(/\(type \(;(\d+);\) \(func ?(?:\(param ([^)]*)\))? ?(?:\(result ([^)]*)\))?\)\)/g)].map(
      ([, index, params = '', results = '']) => [index, `(${params})->(${results})`],
    ),
  );
  return [
    ...text.matchAll(/\(import "(?:cm32p2\|)?([^"@]+)@[^"]*" "([^"]+)" \(func \(;\d+;\) \(type (\d+)\)/g),
  ].map(([, container = '', own = '', type]) => ({
    name: `${container}.${own.replace(/^\[constructor\](.*)$/, '$1.constructor').replace(/^\[(?:method|static)\]/, '')}`,
    signature: signatures.get(type) ?? '',
  }));
}
