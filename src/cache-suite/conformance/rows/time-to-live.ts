import { bytes, check, type Row, shown } from '../row.ts';

const MEETING = '2023-07-13';

/** What is past its time does not come back. */
export const timeToLive: Row[] = [
  {
    id: 'ttl/past',
    statement: 'What is past its time to live is not returned.',
    source: {
      meeting: MEETING,
      quote: 'Yes, with the reserve that time is somewhat fuzzy in a distributed system',
    },
    must: true,
    timed: true,
    async test(bench) {
      const guest = bench.guest();
      const keys = ['a', 'b', 'c', 'd'];
      for (const key of keys) await guest.set(key, bytes('value'), bench.ttlMs);
      await bench.pass(bench.ttlMs);
      for (const key of keys) {
        const value = await guest.get(key);
        check(value === undefined, `get gives ${shown(value)}`);
        check(!(await guest.exists(key)), 'exists says yes');
        const found = await guest.getOrSet(key);
        check('vacancy' in found, 'get-or-set is occupied');
      }
    },
  },
  {
    id: 'ttl/until',
    statement: 'Until its time is over, a value is there.',
    source: { wit: 'wasi:keyvalue/cache.set' },
    must: false,
    timed: true,
    async test(bench) {
      const guest = bench.guest();
      for (const [key, ttlMs] of [
        ['long', bench.ttlMs * 20],
        ['longest', 0xffff_ffff],
        ['none', undefined],
      ] as const) {
        await guest.set(key, bytes('value'), ttlMs);
      }
      await bench.pass(bench.ttlMs);
      for (const key of ['long', 'longest', 'none'])
        check((await guest.get(key)) !== undefined, `the value with the time to live "${key}" is gone`);
    },
  },
  {
    id: 'ttl/renewed',
    statement: 'A set begins the time to live anew, and one without a time to live ends it.',
    source: { wit: 'wasi:keyvalue/cache.set' },
    must: false,
    timed: true,
    async test(bench) {
      const guest = bench.guest();
      for (const key of ['again', 'for good']) await guest.set(key, bytes('first'), bench.ttlMs);
      await guest.set('again', bytes('second'), bench.ttlMs * 20);
      await guest.set('for good', bytes('second'));
      await bench.pass(bench.ttlMs);
      for (const key of ['again', 'for good']) {
        const value = shown(await guest.get(key));
        check(value === '"second"', `the value set ${key} gives ${value}`);
      }
    },
  },
  {
    id: 'ttl/zero',
    statement:
      'A time to live of 0 is over at once: the value is never seen, and what stood there before is gone.',
    source: { decision: 'a-time-to-live-of-0' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      await guest.set('key', bytes('before'));
      await guest.set('key', bytes('never'), 0);
      const value = await guest.get('key');
      check(value === undefined, `get gives ${shown(value)}`);
      const vacancy = await guest.vacancy('filled');
      await guest.fill(vacancy, bytes('never'), 0);
      check(!(await guest.exists('filled')), 'what was filled exists');
    },
  },
  {
    id: 'ttl/from-the-end',
    statement:
      'The time to live counts from the end of the body, not from the set or fill that announced it.',
    source: { decision: 'when-a-time-to-live-starts' },
    must: false,
    timed: true,
    async test(bench) {
      const guest = bench.guest();
      const ttlMs = Math.min(bench.ttlMs, bench.vacancyMs / 2);
      const value = (await guest.vacancy('key')).vacancyFill(ttlMs);
      await bench.pass(ttlMs);
      await value.outgoingValueWriteBodySync(bytes('value'));
      check(
        (await guest.get('key')) !== undefined,
        'the value was past its time before its body was finished',
      );
      await bench.pass(ttlMs);
      check((await guest.get('key')) === undefined, 'the value outlived its time');
    },
  },
];
