import { bytes, check, type Row, shown } from '../row.ts';
import { drop } from '../test-guest.ts';

const MEETING = '2023-07-13';

/** What comes back is what was stored: the hard promise, and what a value is. */
export const values: Row[] = [
  {
    id: 'value/thin-air',
    statement: 'A value that comes back was stored for that very key, whatever the keys look like.',
    source: {
      meeting: MEETING,
      quote: 'the cache never returns a value that nobody stored',
    },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const keys = ['', 'a', 'A', 'a ', 'a\0', 'a\0b', 'é', 'e\u0301', '*', '{a}', 'a:b', 'k'.repeat(1000)];
      for (const key of keys) await guest.set(key, bytes(`value of ${key}`));
      for (const key of [...keys, 'b', 'k'.repeat(999)]) {
        const value = await guest.get(key);
        const expected = keys.includes(key) ? `value of ${key}` : undefined;
        check(
          !value || new TextDecoder().decode(value) === expected,
          `${JSON.stringify(key.slice(0, 20))} gives ${shown(value)}`,
        );
      }
    },
  },
  {
    id: 'value/miss',
    statement: 'A key for which nothing was stored is a miss, and a miss is no error.',
    source: { meeting: MEETING, quote: 'A no-op cache, which always misses, is a valid implementation' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      check((await guest.get('never')) === undefined, 'get gave a value');
      check(!(await guest.exists('never')), 'exists said yes');
      await guest.delete('never');
    },
  },
  {
    id: 'value/hit',
    statement: 'A get after a set finds the value.',
    source: { meeting: MEETING, quote: 'a very persistent one is valid too' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        await guest.set('key', bytes(`round ${round}`));
        const value = await guest.get('key');
        check(shown(value) === `"round ${round}"`, `round ${round} gives ${shown(value)}`);
      }
    },
  },
  {
    id: 'value/any-order',
    statement: 'A get after two sets gives one of the two values, or misses.',
    source: { wit: 'wasi:keyvalue/cache' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        await guest.set(`key ${round}`, bytes('first'));
        await guest.set(`key ${round}`, bytes('second'));
        const value = shown(await guest.get(`key ${round}`));
        check(['nothing', '"first"', '"second"'].includes(value), `gives ${value}`);
      }
    },
  },
  {
    id: 'value/opaque',
    statement: 'A value is bytes, and any bytes: nothing in them has a meaning to the cache.',
    source: { meeting: MEETING, quote: 'It is a plain key-value cache' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await guest.set('bytes', all);
      const value = await guest.get('bytes');
      check(!value || (value.length === 256 && value.every((byte, at) => byte === at)), 'the bytes differ');
      await guest.set('http', bytes('Cache-Control: no-store\r\n\r\n'));
      const header = shown(await guest.get('http'));
      check(['nothing', '"Cache-Control: no-store\\r\\n\\r\\n"'].includes(header), `gives ${header}`);
    },
  },
  {
    id: 'value/exists',
    statement: 'Exists answers as a get would, without a copy of the value.',
    source: { meeting: MEETING, quote: '`exists` is a cheaper `get`' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        const key = `key ${round}`;
        const before = await guest.exists(key);
        await guest.set(key, bytes('value'), bench.ttlMs);
        const [exists, value] = [await guest.exists(key), await guest.get(key)];
        check(!before, 'exists said yes before anything was stored');
        check(exists === (value !== undefined), `exists says ${exists}, and get gives ${shown(value)}`);
      }
    },
  },
  {
    id: 'value/delete',
    statement: 'A get after a delete misses.',
    source: { wit: 'wasi:keyvalue/cache.delete' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        await guest.set('key', bytes('value'));
        await guest.delete('key');
        check((await guest.get('key')) === undefined, 'get gave the deleted value');
      }
    },
  },
  {
    id: 'value/consumed-once',
    statement: 'The body of an incoming value is consumed once; its size can be asked at any time.',
    source: { wit: 'wasi:keyvalue/types.incoming-value' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      await guest.set('key', bytes('four'));
      const value = await guest.taken(guest.cache.get('key'));
      if (!value) return;
      check(value.incomingValueSize() === 4n, 'the size is wrong');
      await value.incomingValueConsumeSync();
      check(value.incomingValueSize() === 4n, 'the size is wrong afterwards');
      let second: unknown;
      try {
        second = await value.incomingValueConsumeSync();
      } catch {}
      check(second === undefined, 'the body was given twice');
      drop(value);
    },
  },
];
