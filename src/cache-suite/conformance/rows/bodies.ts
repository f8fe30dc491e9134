import { type Bench, bytes, check, type Row, shown } from '../row.ts';
import { drop, type TestGuest } from '../test-guest.ts';

const PIECE = 32 * 1024;
const PIECES = 10;

/** What stands at an offset of a body: it repeats nowhere soon. */
function byteAt(offset: number): number {
  return (offset ^ (offset >> 8) ^ (offset >> 16)) & 0xff;
}

/** Piece number `index` of a body. */
function piece(index: number): Uint8Array {
  return Uint8Array.from({ length: PIECE }, (_, at) => byteAt(index * PIECE + at));
}

/** Writes pieces into the body of a value as fast as its stream permits. */
async function stream(value: ReturnType<TestGuest['newValue']>, pieces: number): Promise<void> {
  const output = value.outgoingValueWriteBodyAsync();
  for (let at = 0; at < pieces; at += 1) await output.blockingWriteAndFlush(piece(at));
  drop(output);
}

/** Reads a value through its stream, and throws where it differs from what `stream` wrote. */
async function compared(bench: Bench, key: string, pieces: number): Promise<'equal' | 'missing'> {
  const guest = bench.guest();
  const value = await guest.taken(guest.cache.get(key));
  if (!value) return 'missing';
  check(value.incomingValueSize() === BigInt(pieces * PIECE), `the size is ${value.incomingValueSize()}`);
  const input = value.incomingValueConsumeAsync();
  let offset = 0;
  for (;;) {
    let read: Uint8Array;
    try {
      read = await input.blockingRead(100_000n);
    } catch {
      break;
    }
    const differs = read.findIndex((byte, at) => byte !== byteAt(offset + at));
    check(differs < 0, `byte ${offset + differs} differs`);
    offset += read.length;
  }
  check(offset === pieces * PIECE, `the stream ends after ${offset} bytes`);
  drop(input);
  drop(value);
  return 'equal';
}

/** Bodies, whole and as streams. */
export const bodies: Row[] = [
  {
    id: 'body/streamed',
    statement: 'A body that is written and read as a stream comes back as it was, and its size is known.',
    source: { wit: 'wasi:keyvalue/types.incoming-value' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const [before, after] = [guest.newValue(), guest.newValue()];
      const stored = guest.store('set first', before);
      await stream(before, PIECES);
      await stored;
      await stream(after, PIECES);
      await guest.store('written first', after);
      await compared(bench, 'set first', PIECES);
      await compared(bench, 'written first', PIECES);
    },
  },
  {
    id: 'body/streamed-fill',
    statement: 'A vacancy can be filled by a stream, and gives those who wait the whole value.',
    source: { wit: 'wasi:keyvalue/cache.vacancy' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      const value = (await guest.vacancy('key')).vacancyFill(undefined);
      const waiting = bench.guest().getOrSet('key');
      await stream(value, PIECES);
      const found = await waiting;
      check('value' in found && found.value.length === PIECES * PIECE, 'the one who waited was not served');
      check((await compared(bench, 'key', PIECES)) === 'equal', 'the value is missing');
    },
  },
  {
    id: 'body/ended-early',
    statement: 'A body that is not finished when its value is dropped is not stored, and its set says so.',
    source: { decision: 'a-value-dropped-unfinished' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const [half, none] = [guest.newValue(), guest.newValue()];
      const stored = [guest.store('half', half), guest.store('none', none)];
      const ends = stored.map((end) =>
        end.then(
          () => 'stored',
          () => 'failed',
        ),
      );
      const output = half.outgoingValueWriteBodyAsync();
      await output.blockingWriteAndFlush(bytes('half a va'));
      drop(half);
      drop(output);
      drop(none);
      const fill = (await guest.vacancy('filled')).vacancyFill(undefined);
      drop(fill);
      check(
        (await Promise.all(ends)).every((end) => end === 'failed'),
        'a set did not fail',
      );
      for (const key of ['half', 'none', 'filled']) {
        const value = await guest.get(key);
        check(value === undefined, `${key} gives ${shown(value)}`);
      }
      check('vacancy' in (await guest.getOrSet('filled')), 'an unfilled vacancy is occupied');
    },
  },
  {
    id: 'body/unseen-until-finished',
    statement: 'Nobody sees a body before it is finished, and until then the earlier value stands.',
    source: { decision: 'the-end-of-a-streamed-body' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      await guest.set('key', bytes('before'));
      const value = guest.newValue();
      const stored = guest.store('key', value);
      const output = value.outgoingValueWriteBodyAsync();
      await output.blockingWriteAndFlush(bytes('after'));
      const during = shown(await guest.get('key'));
      check(['nothing', '"before"'].includes(during), `get gives ${during}`);
      drop(output);
      await stored;
      const after = shown(await guest.get('key'));
      check(['nothing', '"before"', '"after"'].includes(after), `get gives ${after} afterwards`);
    },
  },
  {
    id: 'body/stored-twice',
    statement: 'A body in one piece can be stored again; one that was streamed cannot, and says so.',
    source: { decision: 'a-value-stored-twice' },
    must: true,
    async test(bench) {
      const guest = bench.guest();
      const [whole, streamed] = [guest.newValue(), guest.newValue()];
      await whole.outgoingValueWriteBodySync(bytes('value'));
      for (const key of ['first', 'second']) await guest.store(key, whole);
      for (const key of ['first', 'second']) {
        const value = shown(await guest.get(key));
        check(['nothing', '"value"'].includes(value), `${key} gives ${value}`);
      }
      await stream(streamed, PIECES);
      await guest.store('first', streamed);
      const again = await guest.store('second', streamed).then(
        () => 'stored',
        () => 'failed',
      );
      check(again === 'failed', 'the streamed body was stored twice');
    },
  },
  {
    id: 'body/empty',
    statement: 'An empty value is a value: it is not the same as none.',
    source: { decision: 'an-empty-value-and-none' },
    must: false,
    async test(bench) {
      const guest = bench.guest();
      await guest.set('empty', new Uint8Array());
      check((await guest.get('empty'))?.length === 0, 'get misses');
      check(await guest.exists('empty'), 'exists says no');
      const found = await guest.getOrSet('empty');
      check('value' in found, 'get-or-set is vacant');
      const streamed = guest.newValue();
      await stream(streamed, 0);
      await guest.store('streamed', streamed);
      check((await guest.get('streamed'))?.length === 0, 'the empty stream misses');
    },
  },
];
