import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/cache/index.ts';
import type { RunEvent } from '../../src/examples/index.ts';
import { expiries } from '../../src/examples/panel/expiries.ts';
import { show, traceRows } from '../../src/examples/panel/trace-rows.ts';

const call = (guest: number, part: Partial<Call>): RunEvent => ({
  type: 'call',
  guest,
  call: {
    id: 1,
    operation: 'get',
    interface: 'wasi:keyvalue/cache',
    args: [],
    result: undefined,
    from: 100,
    to: 100,
    ...part,
  },
});

describe('traceRows', () => {
  it('lets a call begin where its guest’s last one ended', () => {
    const rows = traceRows([
      call(1, { operation: 'get-or-set' }),
      call(2, { operation: 'get-or-set' }),
      { type: 'line', guest: 1, text: 'computing' },
      call(1, { operation: 'vacancy.vacancy-fill' }),
      call(2, { operation: 'pollable.block', interface: 'wasi:io/poll', to: 350 }),
    ]);
    expect(rows.map(({ guest, since, at, kind }) => [guest, since, at, kind])).toEqual([
      [1, 0, 1, 'vacancy'],
      [2, 0, 2, 'vacancy'],
      [1, 1, 3, 'vacancy'],
      [2, 2, 4, 'wait'],
    ]);
    expect(rows.at(-1)).toMatchObject({ from: 0, to: 250, failed: false });
  });

  it('tells a failure from a result', () => {
    const [failed, fine] = traceRows([
      call(1, { result: { error: 'the key is too long' } }),
      call(1, { result: { resource: 'future-get-result', handle: 2 } }),
    ]);
    expect(failed).toMatchObject({ failed: true, result: 'the key is too long' });
    expect(fine).toMatchObject({ failed: false, result: 'future-get-result#2' });
  });
});

describe('show', () => {
  it.each([
    ['text', '"text"'],
    [undefined, ''],
    [12, '12'],
    [{ resource: 'vacancy', handle: 3 }, 'vacancy#3'],
    [{ bytes: 10, start: [72, 105] }, '10 bytes "Hi"…'],
    [{ bytes: 2, start: [0, 255] }, '2 bytes'],
    [{ tag: 'occupied', val: { resource: 'incoming-value', handle: 4 } }, 'occupied(incoming-value#4)'],
    [[1, 'a'], '[1, "a"]'],
    [{ tag: 'ok' }, 'ok'],
    [{ size: 1, name: 'a' }, '{ size: 1, name: "a" }'],
  ])('%j', (value, text) => {
    expect(show(value)).toBe(text);
  });
});

describe('expiries', () => {
  it('marks where a time to live had run out, and where the clock was moved', () => {
    const events = [
      call(1, { operation: 'set', args: ['token', { resource: 'outgoing-value', handle: 1 }, 1500] }),
      call(1, { operation: 'advance', interface: 'witness:example/clock', args: [500], from: 100, to: 600 }),
      call(1, { operation: 'exists', from: 600, to: 600 }),
      call(1, {
        operation: 'advance',
        interface: 'witness:example/clock',
        args: [1500],
        from: 600,
        to: 2100,
      }),
      call(1, { operation: 'exists', from: 2100, to: 2100 }),
    ];
    expect(expiries(traceRows(events), events)).toEqual([
      { at: 2, label: '+500 ms' },
      { at: 4, label: '+1500 ms, “token” expires' },
    ]);
  });
});
