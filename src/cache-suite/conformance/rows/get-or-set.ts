import { type Bench, bytes, check, type Row, shown } from '../row.ts';
import { begun, drop, type Found } from '../test-guest.ts';

const MEETING = '2023-07-13';
const WAITERS = 5;

/** The vacancy of a key, and guests who ask for the same key while it is out. */
async function gathered(bench: Bench, key: string) {
  const holder = bench.guest();
  const vacancy = await holder.vacancy(key);
  const guests = Array.from({ length: WAITERS }, () => bench.guest());
  return { holder, vacancy, waits: guests.map((guest) => guest.getOrSet(key)) };
}

/** What each found; whoever was given a vacancy drops it, so that the next is served. */
function served(waits: Promise<Found>[]): Promise<Found[]> {
  return begun(
    Promise.all(
      waits.map(async (wait) => {
        const found = await wait;
        if ('vacancy' in found) drop(found.vacancy);
        return found;
      }),
    ),
  );
}

/** Get-or-set: a value, or the task of computing it; and how those meet who ask for the same key. */
export const getOrSet: Row[] = [
  {
    id: 'get-or-set/miss',
    statement: 'Where nothing is stored, get-or-set gives a vacancy.',
    source: { meeting: MEETING, quote: 'look whether the value is there, and compute it if it is not' },
    must: true,
    async test(bench) {
      const found = await bench.guest().getOrSet('key');
      check('vacancy' in found, 'it is occupied');
    },
  },
  {
    id: 'get-or-set/hit',
    statement: 'Where a value is stored, get-or-set is occupied by it.',
    source: {
      meeting: MEETING,
      quote: 'Its future gives a variant, which is either a hit or a vacancy resource',
    },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        await guest.set(`key ${round}`, bytes('value'));
        const found = await guest.getOrSet(`key ${round}`);
        check('value' in found && shown(found.value) === '"value"', 'it is vacant');
      }
    },
  },
  {
    id: 'get-or-set/fill',
    statement: 'What fills a vacancy is stored, with its time to live.',
    source: {
      meeting: MEETING,
      quote: 'The caller fills the vacancy with `vacancy-fill`, handing over the contents and a TTL',
    },
    must: false,
    timed: true,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        await guest.fill(await guest.vacancy(`key ${round}`), bytes('computed'), bench.ttlMs);
        const value = shown(await guest.get(`key ${round}`));
        check(value === '"computed"', `get gives ${value}`);
      }
      await bench.pass(bench.ttlMs);
      check((await guest.get('key 0')) === undefined, 'the value outlived its time');
    },
  },
  {
    id: 'get-or-set/one-vacancy',
    statement:
      'Of those who ask for a missing key at the same time, one is given the vacancy, and all others its value.',
    source: {
      meeting: MEETING,
      quote:
        'It may make a `get-or-set` rendezvous with others on the same key as much or as little as suits it',
    },
    must: false,
    async test(bench) {
      const { holder, vacancy, waits } = await gathered(bench, 'key');
      await holder.fill(vacancy, bytes('computed'));
      for (const found of await Promise.all(waits))
        check('value' in found && shown(found.value) === '"computed"', 'a second caller was given a vacancy');
    },
  },
  {
    id: 'get-or-set/released-by-fill',
    statement: 'A fill releases all who wait.',
    source: { wit: 'wasi:keyvalue/cache.get-or-set' },
    must: true,
    async test(bench) {
      const { holder, vacancy, waits } = await gathered(bench, 'key');
      await holder.fill(vacancy, bytes('computed')).catch(() => {});
      for (const found of await served(waits))
        check(!('value' in found) || shown(found.value) === '"computed"', 'a value that nobody stored');
    },
  },
  {
    id: 'get-or-set/released-by-drop',
    statement: 'A vacancy that is dropped goes to another who waits, until all are served.',
    source: { wit: 'wasi:keyvalue/cache.vacancy' },
    must: true,
    async test(bench) {
      const { vacancy, waits } = await gathered(bench, 'key');
      drop(vacancy);
      for (const found of await served(waits)) check('vacancy' in found, 'occupied, and nobody stored');
    },
  },
  {
    id: 'get-or-set/released-by-time',
    statement: 'A vacancy whose holder gives no sign is taken back, and goes to another who waits.',
    source: { decision: 'how-long-a-vacancy-lives' },
    must: true,
    timed: true,
    async test(bench) {
      const { waits } = await gathered(bench, 'key');
      const all = served(waits);
      await bench.pass(bench.vacancyMs);
      for (const found of await all) check('vacancy' in found, 'occupied, and nobody stored');
    },
  },
  {
    id: 'get-or-set/released-by-trap',
    statement:
      'A guest that ends without a word, as by a trap, holds nobody up: its host gives its vacancies back.',
    source: { wit: 'wasi:keyvalue/cache.vacancy' },
    must: true,
    async test(bench) {
      const { holder, waits } = await gathered(bench, 'key');
      const body = holder.newValue();
      const unfinished = holder.cache.set('other', body, undefined);
      const [writer, waiter] = [bench.guest(), bench.guest()];
      const streaming = (await writer.vacancy('streamed')).vacancyFill(undefined);
      await streaming.outgoingValueWriteBodyAsync().blockingWriteAndFlush(bytes('half a va'));
      const released = waiter.getOrSet('streamed');
      holder.host.close();
      writer.host.close();
      for (const found of await served(waits)) check('vacancy' in found, 'occupied, and nobody stored');
      check('vacancy' in (await released), 'half a value was stored');
      check((await waiter.get('other')) === undefined, 'a value without a body was stored');
      drop(unfinished);
    },
  },
  {
    id: 'get-or-set/late-fill',
    statement: 'A fill of a vacancy that was taken back stores nothing, and says so.',
    source: { decision: 'how-long-a-vacancy-lives' },
    must: false,
    timed: true,
    async test(bench) {
      const [late, next] = [bench.guest(), bench.guest()];
      const lost = await late.vacancy('key');
      await bench.pass(bench.vacancyMs);
      const vacancy = await next.vacancy('key');
      const failed = await late.fill(lost, bytes('late')).then(
        () => false,
        () => true,
      );
      check(failed, 'the late fill did not fail');
      check((await next.get('key')) === undefined, 'the late fill was stored');
      await next.fill(vacancy, bytes('in time'));
      const value = shown(await late.get('key'));
      check(value === '"in time"', `get gives ${value}`);
    },
  },
  {
    id: 'get-or-set/second-fill',
    statement: 'A second fill of the same vacancy is an error, and the first stands.',
    source: { decision: 'a-second-fill' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      const vacancy = await guest.vacancy('key');
      const [first, second] = [vacancy.vacancyFill(undefined), vacancy.vacancyFill(undefined)];
      let failed = false;
      try {
        await second.outgoingValueWriteBodySync(bytes('second'));
      } catch {
        failed = true;
      }
      check(failed, 'the second fill did not fail');
      await first.outgoingValueWriteBodySync(bytes('first'));
      const value = shown(await guest.get('key'));
      check(value === '"first"', `get gives ${value}`);
    },
  },
  {
    id: 'get-or-set/set-satisfies',
    statement: 'A set serves those who wait on a vacancy, and the vacancy is lost.',
    source: { decision: 'a-set-while-others-wait' },
    must: false,
    async test(bench) {
      const { holder, vacancy, waits } = await gathered(bench, 'key');
      await bench.guest().set('key', bytes('set'));
      for (const found of await served(waits))
        check('value' in found && shown(found.value) === '"set"', 'one who waited was not served by the set');
      const failed = await holder.fill(vacancy, bytes('outdated')).then(
        () => false,
        () => true,
      );
      const value = shown(await holder.get('key'));
      check(
        failed && value === '"set"',
        `the fill ${failed ? 'failed' : 'was accepted'}, and get gives ${value}`,
      );
    },
  },
  {
    id: 'get-or-set/next-after-drop',
    statement: 'After a drop, the vacancy goes to the one who has waited longest, and to nobody else.',
    source: { decision: 'who-is-next-after-a-drop' },
    must: false,
    async test(bench) {
      const holder = bench.guest();
      const vacancy = await holder.vacancy('key');
      const order: number[] = [];
      const waits = [0, 1, 2].map(async (number) => {
        const found = await bench.guest().getOrSet('key');
        order.push('vacancy' in found ? number : -1);
        if ('vacancy' in found) drop(found.vacancy);
      });
      const all = begun(Promise.all(waits));
      drop(vacancy);
      await all;
      check(order.join() === '0,1,2', `the order was ${order.join()}`);
    },
  },
  {
    id: 'get-or-set/delete-during-fill',
    statement: 'A delete while a vacancy is out ends it: what is filled afterwards is not stored.',
    source: { decision: 'a-delete-during-a-fill' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      const vacancy = await guest.vacancy('key');
      await bench.guest().delete('key');
      const failed = await guest.fill(vacancy, bytes('outdated')).then(
        () => false,
        () => true,
      );
      check(failed, 'the fill did not fail');
      check((await guest.get('key')) === undefined, 'the fill was stored');
    },
  },
  {
    id: 'get-or-set/store-fails',
    statement: 'When the store is gone after it gave a vacancy, the fill fails, and those who wait are told.',
    source: { decision: 'a-store-that-fails-after-it-gave-a-vacancy' },
    must: false,
    async test(bench) {
      const { holder, vacancy, waits } = await gathered(bench, 'key');
      const ends = waits.map((wait) =>
        wait.then(
          () => 'served',
          () => 'told',
        ),
      );
      await bench.backend.close?.();
      const failed = await holder.fill(vacancy, bytes('nowhere')).then(
        () => false,
        () => true,
      );
      check(failed, 'the fill did not fail');
      const told = await Promise.all(ends);
      check(
        told.every((end) => end === 'told'),
        'one who waited was given an answer',
      );
    },
  },
  {
    id: 'get-or-set/not-evicted',
    statement: 'A vacancy takes no room: however many entries are stored meanwhile, it can be filled.',
    source: { decision: 'whether-a-vacancy-takes-room' },
    must: false,
    async test(bench) {
      const { holder, vacancy, waits } = await gathered(bench, 'key');
      for (let entry = 0; entry < 200; entry += 1) await bench.guest().set(`entry ${entry}`, bytes('value'));
      await holder.fill(vacancy, bytes('computed'));
      for (const found of await served(waits)) check('value' in found, 'the vacancy was lost');
    },
  },
];
