import { bytes, check, type Row } from '../row.ts';
import { drop } from '../test-guest.ts';

const MEETING = '2023-07-13';

/** Futures and the pollables that say when. */
export const futures: Row[] = [
  {
    id: 'future/ready',
    statement: 'A future gives none until its pollable is ready, and its result from then on.',
    source: { meeting: MEETING, quote: 'gives an option that is some once the result is ready' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      for (let round = 0; round < 8; round += 1) {
        const future = guest.cache.exists('key');
        const pollable = future.listenToFutureExistsResult();
        if (!pollable.ready()) await pollable.block();
        check(pollable.ready(), 'the pollable is not ready after block');
        check(future.futureExistsResultGet()?.tag === 'ok', 'the future has no result after block');
        check(future.futureExistsResultGet()?.tag === 'ok', 'the future lost its result');
        drop(pollable);
        drop(future);
      }
    },
  },
  {
    id: 'future/once',
    statement: 'A value or an entry is taken out of its future once; a second time is an error.',
    source: { decision: 'a-result-taken-twice' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const [get, getOrSet] = [guest.cache.get('key'), guest.cache.getOrSet('key')];
      await get.listenToFutureGetResult().block();
      await getOrSet.listenToFutureGetOrSetResult().block();
      check(get.futureGetResultGet()?.tag === 'ok', 'get has no result');
      check(get.futureGetResultGet()?.tag === 'err', 'get gave its result twice');
      check(getOrSet.futureGetOrSetResultGet()?.tag === 'ok', 'get-or-set has no result');
      check(getOrSet.futureGetOrSetResultGet()?.tag === 'err', 'get-or-set gave its result twice');
    },
  },
  {
    id: 'future/poll',
    statement: 'A poll over several futures ends when one of them is ready, and says which.',
    source: { wit: 'wasi:io/poll.poll' },
    must: true,
    async test(bench) {
      const [holder, guest] = [bench.guest(), bench.guest()];
      const vacancy = await holder.vacancy('key');
      const waiting = guest.cache.getOrSet('key').listenToFutureGetOrSetResult();
      const other = guest.cache.exists('other').listenToFutureExistsResult();
      const { poll } = guest.host.imports['wasi:io/poll'];
      const first = await poll([waiting, other]);
      check(first.length > 0, 'poll named none');
      for (const at of first)
        check([waiting, other][at]?.ready() === true, `poll named ${at}, which is not ready`);
      drop(vacancy);
      await waiting.block();
      await other.block();
      check((await poll([waiting, other])).length === 2, 'both are ready, and poll named one');
    },
  },
  {
    id: 'future/dropped',
    statement: 'Futures and values that are dropped, taken or not, leave nothing open.',
    source: { wit: 'wasi:keyvalue/cache.future-get-result' },
    must: true,
    async test(bench) {
      const [holder, guest] = [bench.guest(), bench.guest()];
      const vacancy = await holder.vacancy('held');
      await guest.set('key', bytes('value'));
      for (const future of [
        guest.cache.get('key'),
        guest.cache.exists('key'),
        guest.cache.delete('key'),
        guest.cache.getOrSet('held'),
        guest.cache.getOrSet('key'),
      ]) {
        drop(future);
      }
      check(guest.host.handles === 0, `${guest.host.handles} handles are open`);
      drop(vacancy);
      // A dropped future that was next in the row must not keep the vacancy.
      const next = await guest.vacancy('held');
      drop(next);
    },
  },
];
