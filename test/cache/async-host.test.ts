import { readFile } from 'node:fs/promises';
import { componentEmbed, componentNew, parse as parseWat } from '@bytecodealliance/jco-transpile/wasm-tools';
import { afterEach, describe, expect, test } from 'vitest';
import { asyncCacheHost, type Backend, cacheHost, memory, noop, weakest } from '../../src/cache/index.ts';
import { loadComponent, openHost } from '../../src/runtime/index.ts';
import { check, parse, print } from '../../src/wit/index.ts';

const DRAFT = 'wit/witness_async-cache@0.1.0-draft/cache.wit';
const NAME = 'witness:async-cache/cache';
const OK = { tag: 'ok', val: undefined } as const;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function host(backend: Backend, limits = {}) {
  const made = asyncCacheHost({ backend, limits });
  closing.push(() => made.close());
  return { made, cache: made.imports[NAME] };
}

/** What a guest hands over: pieces, and whether they are the whole. */
function body(pieces: (string | Promise<string>)[], whole: object = OK) {
  const left = [...pieces];
  let reads = 0;
  let isDropped = false;
  const stream = {
    async read() {
      reads += 1;
      const piece = left.shift();
      return piece === undefined ? { done: true } : { value: new TextEncoder().encode(await piece) };
    },
    [Symbol.dispose]() {
      isDropped = true;
    },
  };
  return {
    value: [stream, Promise.resolve(whole)] as never,
    reads: () => reads,
    dropped: () => isDropped,
  };
}

const never = new Promise<string>(() => {});

async function textOf(value: [ReadableStream<Uint8Array>, Promise<unknown>] | undefined) {
  return value && { text: await new Response(value[0] as BodyInit).text(), whole: await value[1] };
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable(),
    (error: { payload: { trace: string } }) => error.payload.trace,
  );
}

/** A store of one value that is too big to stand in memory, and breaks off where it is told to. */
function farStore(size: number, breaksAt = Infinity): { backend: Backend; reads: number[] } {
  const reads: number[] = [];
  const value = {
    size,
    read(offset: number, length: number) {
      reads.push(offset);
      if (offset >= breaksAt) throw new Error('the line is down');
      return Promise.resolve(new Uint8Array(Math.min(length, 50_000)).fill(97));
    },
  };
  return { backend: { ...noop(), get: () => value }, reads };
}

describe('the draft', () => {
  test('resolves, and prints as what it is', async () => {
    const text = await readFile(DRAFT, 'utf8');
    const file = { path: DRAFT, text };
    expect(check([[parse(file)]]).problems).toEqual([]);
    const printed = print(parse(file).value);
    expect(print(parse({ path: DRAFT, text: printed }).value)).toBe(printed);
    expect(printed).toContain('get: async func(key: key) -> result<option<value>, error>;');
  });

  test('says of the package, the interface and the world that nobody adopted it', async () => {
    const text = await readFile(DRAFT, 'utf8');
    for (const item of ['package ', 'interface cache', 'world imports']) {
      const above = text
        .slice(0, text.indexOf(`\n${item}`))
        .split('\n\n')
        .at(-1);
      expect(above, item).toMatch(/draft by Witness, adopted by nobody/i);
    }
  });
});

describe('the host of the draft', () => {
  test('gives back what was stored, whole, and misses what was not', async () => {
    const { cache, made } = host(memory());
    expect(await cache.get('a')).toBeUndefined();
    await cache.set('a', body(['one, ', 'two, ', 'three']).value, undefined);
    await cache.set('b', body([]).value, undefined);
    expect(await textOf(await cache.get('a'))).toEqual({ text: 'one, two, three', whole: OK });
    expect(await textOf(await cache.get('b'))).toEqual({ text: '', whole: OK });
    expect(await cache.exists('a')).toBe(true);
    await cache.delete('a');
    expect(await cache.exists('a')).toBe(false);
    expect(made.handles).toBe(0);
  });

  test('shares its backend with hosts of the other shape', async () => {
    const backend = memory();
    const { cache } = host(backend);
    await cache.set('a', body(['new']).value, undefined);
    const old = cacheHost({ backend, suspends: false });
    const found = old.imports['wasi:keyvalue/cache'].get('a').futureGetResultGet();
    expect(found).toMatchObject({ tag: 'ok' });
    old.close();
  });

  test.each([[['half']], [['half', ' of it']]])(
    'stores nothing of a value that is given up: %j',
    async (pieces) => {
      const { cache } = host(memory());
      const given = body(pieces, { tag: 'err', val: { trace: 'no more paper' } });
      expect(await failureOf(cache.set('a', given.value, undefined))).toBe(
        'set "a": the value was given up: no more paper',
      );
      expect(await cache.exists('a')).toBe(false);
      expect(given.dropped()).toBe(true);
    },
  );

  test('reads nothing of a value that it cannot store', async () => {
    const { cache } = host(memory(), { keyBytes: 4 });
    const given = body(['x']);
    expect(await failureOf(cache.set('a long key', given.value, undefined))).toContain('longer than 4 bytes');
    expect([given.reads(), given.dropped()]).toEqual([0, true]);
  });

  test('keeps to the limit of a value, however many pieces it comes in', async () => {
    const { cache } = host(memory(), { valueBytes: 10 });
    const given = body(['12345', '67890', '1', 'never read']);
    expect(await failureOf(cache.set('a', given.value, undefined))).toContain('larger than 10 bytes');
    expect(await cache.exists('a')).toBe(false);
  });

  test('lets one compute and gives its value to all who meet', async () => {
    const { cache } = host(memory());
    const first = await cache.getOrSet('a');
    const others = [cache.getOrSet('a'), cache.getOrSet('a')];
    if (first.tag !== 'vacant') return expect.unreachable();
    await first.val.fill(body(['computed']).value, undefined);
    for (const other of await Promise.all(others)) {
      if (other.tag !== 'occupied') return expect.unreachable();
      expect(await textOf(other.val)).toEqual({ text: 'computed', whole: OK });
    }
    expect(await failureOf(first.val.fill(body(['again']).value, undefined))).toBe(
      'fill "a": the vacancy was filled before',
    );
  });

  test.each(['drop', 'give up'])('gives a vacancy to the next when its holder does: %s', async (how) => {
    const { cache } = host(memory());
    const first = await cache.getOrSet('a');
    const next = cache.getOrSet('a');
    if (first.tag !== 'vacant') return expect.unreachable();
    if (how === 'drop') first.val[Symbol.dispose]();
    else await failureOf(first.val.fill(body(['x'], { tag: 'err', val: { trace: 'no' } }).value, undefined));
    expect((await next).tag).toBe('vacant');
  });

  test('bounds the calls that wait, and ends them when it closes', async () => {
    const { cache, made } = host(memory(), { waiters: 1 });
    const holder = await cache.getOrSet('a');
    expect(holder.tag).toBe('vacant');
    const waits = failureOf(cache.getOrSet('a'));
    expect(await failureOf(cache.getOrSet('a'))).toContain('1 calls of get-or-set wait');
    const writes = failureOf(cache.set('b', body([never]).value, undefined));
    made.close();
    expect(await waits).toBe('get-or-set "a": the host of this guest is closed');
    expect(await writes).toContain('dropped before its body was finished');
    expect(await failureOf(cache.exists('a'))).toBe('exists "a": the host of this guest is closed');
  });
});

describe('a value that is too big for memory', () => {
  test('is read as it is asked for, and no further when its reader has enough', async () => {
    const { backend, reads } = farStore(1_000_000);
    const { cache, made } = host(backend);
    const [stream, whole] = (await cache.get('a')) ?? expect.unreachable();
    expect(reads).toEqual([]);
    const reader = stream.getReader();
    await reader.read();
    expect([reads.length, made.handles]).toEqual([1, 1]);
    await reader.cancel();
    expect(await whole).toEqual(OK);
    expect([reads.length, made.handles]).toEqual([1, 0]);
  });

  test('ends as one that is not whole where its store breaks off', async () => {
    const { backend } = farStore(1_000_000, 100_000);
    const { cache } = host(backend);
    const { text, whole } = (await textOf(await cache.get('a'))) ?? expect.unreachable();
    expect(text.length).toBe(100_000);
    expect(whole).toEqual({ tag: 'err', val: { trace: 'get "a": the line is down' } });
  });
});

test.each([memory(), noop(), weakest({ seed: 1 })])(
  'gives nothing that was not stored on $name',
  async (backend) => {
    const { cache } = host(backend);
    await cache.set('a', body(['stored']).value, 60_000);
    const found = await textOf(await cache.get('a'));
    expect([undefined, 'stored']).toContain(found?.text);
    expect(await cache.get('b')).toBeUndefined();
  },
);

describe('a component whose import is an async func', () => {
  test('is given answers and errors, at once or later', async () => {
    const component = await loadComponent(await asker());
    const backend = memory();
    const delayed: Backend = {
      ...backend,
      exists: async (key) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (key === 'broken') throw new Error('no');
        return key === 'there';
      },
    };
    const open = await openHost(component.shape, {
      args: [],
      env: {},
      folders: {},
      backend: delayed,
      onExit() {},
    });
    const guest = open();
    const { run } = (await component.instantiate(guest.offer)) as { run(key: string): Promise<number> };
    expect(await Promise.all(['there', 'not there', 'broken'].map((key) => run(key)))).toEqual([
      1, 0,
      // 100 and the length of `exists "broken": no`.
      119,
    ]);
    guest.close();
  });
});

/** Asks whether a key exists by an `async func`, and answers 0, 1, or 100 and the length of the error's text. */
async function asker(): Promise<Uint8Array> {
  const draft = (await readFile(DRAFT, 'utf8')).replace(/^package ([^;]*);/m, 'package $1 {');
  const name = `${NAME}@0.1.0-draft`;
  const core = await parseWat(`(module
    (import "${name}" "[async-lower]exists" (func $exists (param i32 i32 i32) (result i32)))
    (import "$root" "[waitable-set-new]" (func $new-set (result i32)))
    (import "$root" "[waitable-join]" (func $join (param i32 i32)))
    (import "$root" "[subtask-drop]" (func $drop (param i32)))
    (import "[export]$root" "[task-return]run" (func $return (param i32)))
    (memory (export "memory") 1)
    (global $free (mut i32) (i32.const 4096))
    (func $alloc (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (local $at i32)
      (local.set $at (i32.and (i32.add (global.get $free) (i32.const 7)) (i32.const -8)))
      (global.set $free (i32.add (local.get $at) (local.get 3)))
      (local.get $at))
    (func $answer (param $result i32)
      (call $return (if (result i32) (i32.load8_u (local.get $result))
        (then (i32.add (i32.const 100) (i32.load offset=8 (local.get $result))))
        (else (i32.load8_u offset=4 (local.get $result))))))
    (func (export "[async-lift]run") (param $key i32) (param $length i32) (result i32)
      (local $task i32) (local $set i32) (local $result i32)
      (local.set $result (call $alloc (i32.const 0) (i32.const 0) (i32.const 4) (i32.const 16)))
      (local.set $task (call $exists (local.get $key) (local.get $length) (local.get $result)))
      (if (i32.eq (i32.and (local.get $task) (i32.const 15)) (i32.const 2)) (then
        (call $answer (local.get $result))
        (return (i32.const 0))))
      (i32.store (i32.mul (i32.shr_u (local.get $task) (i32.const 4)) (i32.const 4)) (local.get $result))
      (local.set $set (call $new-set))
      (call $join (i32.shr_u (local.get $task) (i32.const 4)) (local.get $set))
      (i32.or (i32.shl (local.get $set) (i32.const 4)) (i32.const 2)))
    (func (export "[callback][async-lift]run") (param $event i32) (param $task i32) (param $state i32) (result i32)
      (call $drop (local.get $task))
      (call $answer (i32.load (i32.mul (local.get $task) (i32.const 4))))
      (i32.const 0)))`);
  const witSource = `package test:asker;
    world asker { import ${name}; export run: async func(key: string) -> u32; }
    ${draft} }`;
  return componentNew(await componentEmbed({ binary: core, witSource }));
}
