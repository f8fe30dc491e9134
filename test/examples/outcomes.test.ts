import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/examples/index.ts';
import { openRunner, type Runner, runSource } from '../../src/examples/node.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());

const run = (source: string, timeoutMs = 20_000) => runSource(runner, source, 'memory', { timeoutMs });

describe('what is in scope', () => {
  it('prints values as they would be written', async () => {
    const { output } = await run(
      `print('a', 1, true, null, undefined); print(['a', { b: [1n] }], {}); print(new Uint8Array(3), bytes('é'));
       print(new Error('x'), OutgoingValue.newOutgoingValue());`,
    );
    expect(output.split('\n')).toEqual([
      'a 1 true null undefined',
      "['a', { b: [1n] }] {}",
      'Uint8Array [0, 0, 0] Uint8Array [195, 169]',
      expect.stringMatching(/^Error: x /),
    ]);
  });

  it('turns text into bytes and back', async () => {
    const text = `grüße 🎈 \u0000 ${'x'.repeat(10_000)}`;
    const { output, ok } = await run(
      `print(text(bytes(${JSON.stringify(text)})) === ${JSON.stringify(text)});`,
    );
    expect([output, ok]).toEqual(['true', true]);
    expect((await run('text(new Uint8Array([255]))')).outcome).toMatchObject({
      message: 'TypeError: text: these bytes are not UTF-8',
    });
  });

  it('has a clock that starts at the same instant and moves when told', async () => {
    const { output } = await run('print(clock.now()); clock.advance(250); print(clock.now(), Date.now());');
    expect(output).toBe(
      `${Date.UTC(2023, 6, 13, 16)}\n${Date.UTC(2023, 6, 13, 16) + 250} ${Date.UTC(2023, 6, 13, 16) + 250}`,
    );
  });

  it('waits for every kind of future, and skips the time that passes', async () => {
    const { output } = await run(`
      const held = wait(cache.getOrSet('k'));
      const next = wait(cache.getOrSet('k'));
      print(held.tag, next.tag, clock.now() > ${Date.UTC(2023, 6, 13, 16)});
      print(wait(cache.get('k')), wait(cache.exists('k')), wait(cache.delete('k')));`);
    expect(output).toBe('vacant vacant true\nnull false undefined');
  });

  it('reaches nothing else', async () => {
    const { output } = await run(
      "print(['fetch', 'process', 'require', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'document', 'Deno'].filter((name) => name in globalThis).length)",
    );
    expect(output).toBe('0');
  });

  it('gives every run a world of its own', async () => {
    await run(
      "globalThis.left = 1; wait(cache.set('k', (() => { const v = OutgoingValue.newOutgoingValue(); v.outgoingValueWriteBodySync(bytes('x')); return v; })()));",
    );
    const { output } = await run("print(typeof left, wait(cache.exists('k')))");
    expect(output).toBe('undefined false');
  });
});

describe('how a run ends', () => {
  it.each([
    [
      'an error',
      'print(1);\nconst x = 2;\n  x.y.z();',
      { kind: 'error', line: 3, message: "TypeError: cannot read property 'z' of undefined" },
    ],
    [
      'an error inside a function',
      'function f() {\n  throw new RangeError("no");\n}\nf();',
      { kind: 'error', line: 2, message: 'RangeError: no' },
    ],
    ['an error in the first line', 'nothing();', { kind: 'error', line: 1, column: 1 }],
    ['a syntax error', 'print(1);\nlet = ;', { kind: 'error', line: 2 }],
    [
      'an error of the cache',
      "print(1);\nwait(cache.get('k'.repeat(5000)));",
      { kind: 'error', line: 2, message: expect.stringMatching(/^CacheError: get "k+…": the key is longer/) },
    ],
    ['what is no error', 'throw { code: 5 };', { kind: 'error', message: 'thrown: { code: 5 }' }],
    [
      'a value of the wrong type',
      'cache.get(5);',
      { kind: 'error', line: 1, message: 'TypeError: cache.get: expected a string as key' },
    ],
    [
      'a time to live that is none',
      "cache.set('k', OutgoingValue.newOutgoingValue(), -1);",
      { kind: 'error', line: 1, message: expect.stringContaining('whole milliseconds') },
    ],
    [
      'too much memory',
      'const all = [];\nfor (;;) all.push(new Uint8Array(1e6));',
      { kind: 'error', line: 2, message: 'InternalError: out of memory' },
    ],
    [
      'endless recursion',
      'function f() { f(); }\nf();',
      { kind: 'trap', message: expect.stringContaining('call stack is used up') },
    ],
    [
      'a wrong type deep inside',
      "OutgoingValue.newOutgoingValue().outgoingValueWriteBodyAsync().write('abc');",
      { kind: 'trap', message: expect.stringContaining('wrong type') },
    ],
    [
      'waiting for nothing',
      "wait(cache.set('k', OutgoingValue.newOutgoingValue()));",
      { kind: 'stopped', message: expect.stringContaining('cannot come any more') },
    ],
    [
      'too many lines',
      "for (;;) print('x');",
      { kind: 'stopped', message: expect.stringContaining('more than 10000 lines') },
    ],
  ])('%s', async (_, source, outcome) => {
    const ended = await run(source);
    expect(ended.ok).toBe(false);
    expect(ended.outcome).toMatchObject(outcome);
  });

  it.each([
    ['busy', 'print("on"); for (;;) {}'],
    ['calling', "print('on'); for (;;) wait(cache.get('k'));"],
  ])('an endless loop that is %s, with what it printed', async (_, source) => {
    const ended = await run(source, 300);
    expect(ended.outcome).toEqual({
      kind: 'stopped',
      message: 'Ended after 300 ms: the guest did not stop.',
    });
    expect(ended.output).toBe('on');
    expect((await run('print("well again")')).output).toBe('well again');
  });

  it('keeps what was printed before an error', async () => {
    expect((await run('print("first");\nnothing();')).output).toBe('first');
  });
});

describe('guests that share a cache', () => {
  it('run at the same time, and their calls can be told apart', async () => {
    const calls: Extract<RunEvent, { type: 'call' }>[] = [];
    const source = `
      const entry = wait(cache.getOrSet('k'));
      if (entry.tag === 'vacant') {
        clock.advance(10);
        entry.val.vacancyFill().outgoingValueWriteBodySync(bytes('v'));
      }
      print(entry.tag);`;
    const { output } = await runner.run(
      { world: 'evaluator', calls: [source], host: 'memory', clock: 'skip', guests: 3 },
      { onEvent: (event) => event.type === 'call' && calls.push(event) },
    );
    expect(output.split('\n').sort()).toEqual(['occupied', 'occupied', 'vacant']);
    const blocked = calls.filter(({ call }) => call.operation === 'pollable.block');
    expect(blocked.map(({ guest }) => guest).sort()).toEqual([2, 3]);
    expect(blocked.every(({ call }) => call.to - call.from === 10)).toBe(true);
  });
});
