import { bytes, check, type Row } from '../row.ts';
import type { TestGuest } from '../test-guest.ts';

/** The text of the failure of a call; undefined if it succeeded. */
async function failure(call: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** The calls that take a key. */
function calls(guest: TestGuest, key: string): [name: string, call: () => Promise<unknown>][] {
  return [
    ['get', () => guest.get(key)],
    ['exists', () => guest.exists(key)],
    ['set', () => guest.set(key, bytes('value'))],
    ['get-or-set', () => guest.getOrSet(key)],
    ['delete', () => guest.delete(key)],
  ];
}

/** Limits, and what errors say. */
export const errors: Row[] = [
  {
    id: 'error/trace',
    statement: 'An error names the operation, the key (shortened) and the cause.',
    source: { wit: 'wasi:keyvalue/wasi-keyvalue-error.error' },
    must: true,
    async test(bench) {
      const key = `long ${'k'.repeat(100)}`;
      for (const [name, call] of calls(bench.guest({ keyBytes: 100 }), key)) {
        const text = await failure(call);
        check(text?.includes(`${name} "long kkk`) === true, `${name} says ${text}`);
        check(text.includes('100 bytes') && !text.includes(key), `${name} says ${text}`);
      }
    },
  },
  {
    id: 'error/limits',
    statement: 'A key or a value that is too long, and a handle too many, are errors, and nothing is stored.',
    source: { decision: 'limits' },
    must: true,
    async test(bench) {
      const small = bench.guest({ keyBytes: 10, valueBytes: 100, handles: 5 });
      check(
        (await failure(() => small.set('0123456789', new Uint8Array(100)))) === undefined,
        'at the limit',
      );
      check((await failure(() => small.set('ééééé!', bytes('')))) !== undefined, 'the key is too long');
      check(
        (await failure(() => small.set('value', new Uint8Array(101)))) !== undefined,
        'the value is too large',
      );
      const streamed = small.newValue();
      const output = streamed.outgoingValueWriteBodyAsync();
      check(
        (await failure(async () => output.blockingWriteAndFlush(new Uint8Array(101)))) !== undefined,
        'streamed',
      );
      const open = Array.from({ length: 5 }, () => small.cache.exists('key'));
      check(open.length === 5 && (await failure(() => small.get('key'))) !== undefined, 'too many handles');
      const other = bench.guest();
      check((await other.get('value')) === undefined, 'the value that was too large is stored');
      check((await other.get('ééééé!')) === undefined, 'the value of the key that was too long is stored');
    },
  },
];
