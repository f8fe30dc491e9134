import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Backend,
  type Call,
  cacheHost,
  type HostOptions,
  manualClock,
  memory,
  noop,
} from '../../src/cache/index.ts';
import { Later } from '../../src/cache/later.ts';
import { drop, TestGuest } from '../../src/cache-suite/conformance/test-guest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => value && new TextDecoder().decode(value);

function guestOf(options: Partial<HostOptions> = {}): TestGuest {
  const backend = options.backend ?? memory({ clock: manualClock() });
  return new TestGuest(cacheHost({ suspends: true, ...options, backend }));
}

/** A memory cache that answers every call a turn of the event loop later, and takes pieces one by one. */
function slow(): Backend & { pieces: number; open: number } {
  const store = memory({ clock: manualClock() });
  const later = <T>(answer: () => Answer<T>) =>
    new Promise<T>((resolve) => setImmediate(() => resolve(answer())));
  const backend = {
    ...store,
    name: 'slow',
    pieces: 0,
    open: 0,
    get: (key: string) => later(() => store.get(key)),
    stream(key: string, ttlMs: number | undefined) {
      const sink = store.stream(key, ttlMs);
      backend.open += 1;
      return {
        write: (piece: Uint8Array) =>
          later(() => {
            backend.pieces += 1;
            return sink.write(piece);
          }),
        finish: () =>
          later(() => {
            backend.open -= 1;
            return sink.finish();
          }),
        abandon() {
          backend.open -= 1;
          sink.abandon();
        },
      };
    },
  };
  return backend;
}

describe('futures', () => {
  test('give none until a slow backend has answered', async () => {
    const guest = guestOf({ backend: slow() });
    const future = guest.cache.get('key');
    const pollable = future.listenToFutureGetResult();
    expect([pollable.ready(), future.futureGetResultGet()]).toEqual([false, undefined]);
    await pollable.block();
    expect([pollable.ready(), future.futureGetResultGet()]).toEqual([true, { tag: 'ok', val: undefined }]);
  });

  test('fail on a guest that cannot suspend, with the reason', () => {
    const guest = guestOf({ backend: slow(), suspends: false });
    const pollable = guest.cache.get('key').listenToFutureGetResult();
    expect(() => pollable.block()).toThrow('this call has to wait, and the guest cannot');
  });

  test('a backend that throws and one that rejects make the same error', async () => {
    const broken = (get: Backend['get']): Backend => ({ ...noop(), get });
    const thrown = guestOf({
      backend: broken(() => {
        throw new Error('the wire is cut');
      }),
    });
    const rejected = guestOf({ backend: broken(() => Promise.reject(new Error('the wire is cut'))) });
    for (const guest of [thrown, rejected])
      await expect(guest.get('key')).rejects.toThrow('get "key": the wire is cut');
  });

  test('poll of nothing traps', () => {
    const { poll } = guestOf().host.imports['wasi:io/poll'];
    expect(() => poll([])).toThrow('the list of pollables is empty');
  });
});

describe('a closed host', () => {
  test('gives back what its guest held, once', async () => {
    const backend = memory({ clock: manualClock() });
    const [holder, waiter] = [guestOf({ backend }), guestOf({ backend })];
    await holder.vacancy('taken');
    const untaken = holder.cache.getOrSet('untaken');
    const waits = ['taken', 'untaken'].map((key) => waiter.getOrSet(key));
    holder.host.close();
    holder.host.close();
    for (const found of await Promise.all(waits)) expect(found).toHaveProperty('vacancy');
    drop(untaken);
  });

  test('leaves the row of those who wait', async () => {
    const backend = memory({ clock: manualClock() });
    const [holder, leaving, staying] = [guestOf({ backend }), guestOf({ backend }), guestOf({ backend })];
    const vacancy = await holder.vacancy('key');
    leaving.cache.getOrSet('key');
    const wait = staying.getOrSet('key');
    leaving.host.close();
    drop(vacancy);
    expect(await wait).toHaveProperty('vacancy');
  });

  test('answers with errors', async () => {
    const guest = guestOf();
    const vacancy = await guest.vacancy('key');
    guest.host.close();
    await expect(guest.get('key')).rejects.toThrow('get "key": the host of this guest is closed');
    await expect(guest.fill(vacancy, bytes('late'))).rejects.toThrow('the host of this guest is closed');
  });
});

describe('streams', () => {
  test('a busy backend holds its guest back', async () => {
    const backend = slow();
    const guest = guestOf({ backend });
    const value = guest.newValue();
    const stored = guest.store('key', value);
    const output = value.outgoingValueWriteBodyAsync();
    await output.subscribe().block();
    expect(output.checkWrite()).toBeGreaterThan(0n);
    output.write(bytes('one '));
    expect(output.checkWrite()).toBe(0n);
    expect(() => output.write(bytes('too early'))).toThrow('more bytes than check-write permits');
    const pollable = output.subscribe();
    expect(pollable.ready()).toBe(false);
    await pollable.block();
    expect(output.checkWrite()).toBeGreaterThan(0n);
    await output.blockingWriteAndFlush(bytes('two '));
    await output.blockingWriteAndFlush(bytes('three'));
    expect(backend.pieces).toBe(3);
    drop(output);
    drop(value);
    await stored;
    expect(text(await guest.get('key'))).toBe('one two three');
    expect(backend.open).toBe(0);
  });

  test('a body written before its set goes to a slow backend piece by piece', async () => {
    const backend = slow();
    const guest = guestOf({ backend });
    const value = guest.newValue();
    const output = value.outgoingValueWriteBodyAsync();
    for (const piece of ['a', 'b', 'c']) await output.blockingWriteAndFlush(bytes(piece));
    drop(output);
    await guest.store('key', value);
    expect(backend.pieces).toBe(3);
    expect(text(await guest.get('key'))).toBe('abc');
  });

  test('a sink that fails ends the stream with its reason, and then with closed', async () => {
    const backend: Backend = {
      ...noop(),
      stream: () => ({
        write: () => Promise.reject(new Error('the disk is full')),
        finish() {},
        abandon() {},
      }),
    };
    const guest = guestOf({ backend });
    const value = guest.newValue();
    const stored = guest.store('key', value).catch((error: Error) => error.message);
    const output = value.outgoingValueWriteBodyAsync();
    const failure = await Promise.resolve(output.blockingWriteAndFlush(bytes('piece'))).catch(
      (e) => e.payload,
    );
    expect(failure.tag).toBe('last-operation-failed');
    expect(failure.val.toDebugString()).toBe('outgoing-value-write-body: the disk is full');
    expect(() => output.checkWrite()).toThrow(expect.objectContaining({ payload: { tag: 'closed' } }));
    expect(await stored).toBe('set "key": the disk is full');
  });

  test('read, skip and splice', async () => {
    const guest = guestOf();
    await guest.set('key', bytes('0123456789'));
    const value = await guest.taken(guest.cache.get('key'));
    const input = value?.incomingValueConsumeAsync();
    if (!input) throw new Error('missed');
    expect(text(input.read(3n))).toBe('012');
    expect(input.skip(2n)).toBe(2n);
    expect(input.read(0n)).toHaveLength(0);
    const copy = guest.newValue();
    const stored = guest.store('copy', copy);
    const output = copy.outgoingValueWriteBodyAsync();
    expect(output.splice(input, 4n)).toBe(4n);
    expect(await output.blockingSplice(input, 4n)).toBe(1n);
    await output.blockingWriteZeroesAndFlush(2n);
    expect(() => input.read(1n)).toThrow(expect.objectContaining({ payload: { tag: 'closed' } }));
    drop(output);
    await stored;
    expect(text(await guest.get('copy'))).toBe('56789\0\0');
  });

  test('a value that goes while it is read ends the stream with the reason', async () => {
    const read = (offset: number) =>
      offset === 0 ? bytes('first') : Promise.reject(new Error('the entry has gone'));
    const guest = guestOf({ backend: { ...noop(), get: () => ({ size: 10, read }) } });
    const value = await guest.taken(guest.cache.get('key'));
    const input = value?.incomingValueConsumeAsync();
    expect(text(await input?.blockingRead(100n))).toBe('first');
    await expect(Promise.resolve(input?.blockingRead(100n))).rejects.toThrow('the entry has gone');
    const whole = await guest.taken(guest.cache.get('key'));
    await expect(Promise.resolve(whole?.incomingValueConsumeSync())).rejects.toThrow(
      'incoming-value-consume-sync "key": the entry has gone',
    );
  });
});

test('a guest that opens handles without end traps at twice its limit', async () => {
  const guest = guestOf({ limits: { handles: 10 } });
  const future = guest.cache.exists('key');
  expect(() => {
    for (let more = 0; more < 20; more += 1) future.listenToFutureExistsResult();
  }).toThrow('20 handles open, twice as many as it may');
  expect(guest.host.handles).toBe(20);
});

test('small reads of a large value share the way to the store', async () => {
  const asked: number[] = [];
  const read = (_offset: number, length: number) => {
    asked.push(length);
    return Promise.resolve(new Uint8Array(length));
  };
  const guest = guestOf({ backend: { ...noop(), get: () => ({ size: 100_000, read }) } });
  const value = await guest.taken(guest.cache.get('key'));
  const input = value?.incomingValueConsumeAsync();
  for (let sum = 0; input && sum < 100_000; ) sum += (await input.blockingRead(1000n)).length;
  expect(asked).toEqual([65_536, 34_464]);
});

test('buckets cannot be opened in a cache', () => {
  const { Bucket } = guestOf().host.imports['wasi:keyvalue/types'];
  expect(() => Bucket.openBucket('any')).toThrow('open-bucket "any": a cache has no buckets');
});

test('keys that are no text are refused', async () => {
  await expect(guestOf().get('\ud800')).rejects.toThrow('the key is not well-formed Unicode');
});

test('errors show no more than the beginning of a key, and nothing of a value', async () => {
  const guest = guestOf({ limits: { valueBytes: 3 } });
  const key = `user\n${'x'.repeat(100)}secret`;
  const error = await guest.set(key, bytes('password')).catch((thrown: Error) => thrown.message);
  expect(error).toBe('outgoing-value-write-body: the value is larger than 3 bytes');
  const set = await guestOf({ limits: { keyBytes: 50 } })
    .set(key, bytes('password'))
    .catch((thrown: Error) => thrown.message);
  expect(set).toBe(`set "user\\n${'x'.repeat(34)}…": the key is longer than 50 bytes`);
});

test('a trace has every crossing, with numbers that tell resources apart', async () => {
  const calls: Call[] = [];
  const clock = manualClock(5);
  const guest = guestOf({ clock, trace: (call) => calls.push(call) });
  await guest.set('key', bytes('value'), 10);
  clock.advance(3);
  await guest.get('key');
  await guest.get('k'.repeat(5000)).catch(() => {});
  expect(calls.map(({ id }) => id)).toEqual(calls.map((_, index) => index + 1));
  const lines = calls.map(
    ({ operation, args, result, from }) =>
      `${from} ${operation} ${JSON.stringify(args)} ${JSON.stringify(result)}`,
  );
  expect(lines.map((line) => line.replace(/k{10,}/, 'kkk'))).toMatchSnapshot();
  expect(guest.host.handles).toBe(0);
});

describe('what a guest may use up', () => {
  test('polling one future for ever leaves nothing behind with it', async () => {
    const never = new Later<undefined>();
    let listening = 0;
    const { listen } = never;
    never.listen = (listener) => {
      listening += 1;
      const callOff = listen.call(never, listener);
      return () => {
        listening -= 1;
        callOff();
      };
    };
    const backend: Backend = { ...slow(), exists: () => never as unknown as Answer<boolean> };
    const guest = guestOf({ backend });
    const { poll } = guest.host.imports['wasi:io/poll'];
    const waiting = guest.cache.exists('never').listenToFutureExistsResult();
    for (let round = 0; round < 100; round++) {
      const other = guest.cache.get('key');
      const pollable = other.listenToFutureGetResult();
      expect([...(await poll([waiting, pollable]))]).toEqual([1]);
      drop(pollable);
      drop(other);
    }
    expect(listening).toBeLessThan(3);
  });

  test('bytes: those of values that are open', async () => {
    const guest = guestOf({ limits: { heldBytes: 10 } });
    const held = guest.newValue();
    held.outgoingValueWriteBodySync(bytes('12345678'));
    const over = guest.newValue();
    expect(() => over.outgoingValueWriteBodySync(bytes('123'))).toThrow('hold more than 10 bytes');
    drop(held);
    await guest.set('key', bytes('12345678'));
    const one = await guest.taken(guest.cache.get('key'));
    await expect(guest.get('key')).rejects.toThrow('get "key": the guest would hold more than 10 bytes');
    drop(one as object);
    expect(text(await guest.get('key'))).toBe('12345678');
    const value = guest.newValue();
    const stored = guest.store('streamed', value);
    const output = value.outgoingValueWriteBodyAsync();
    output.write(bytes('1234'));
    output.write(bytes('5678'));
    expect(() => output.write(bytes('9ab'))).toThrow('hold more than 10 bytes');
    await expect(stored).rejects.toThrow('hold more than 10 bytes');
    await guest.set('key', bytes('123456789'));
  });

  test('waiters: calls of get-or-set without an answer', async () => {
    const backend = memory({ clock: manualClock() });
    const guest = guestOf({ backend, limits: { waiters: 2 } });
    const vacancy = await guest.vacancy('key');
    const first = guest.cache.getOrSet('key');
    const second = guest.getOrSet('key');
    await expect(guest.getOrSet('key')).rejects.toThrow('2 calls of get-or-set wait, and no more may');
    drop(first);
    const third = guest.getOrSet('key');
    await guest.fill(vacancy, bytes('value'));
    expect([await second, await third]).toEqual([{ value: bytes('value') }, { value: bytes('value') }]);
  });

  test('time: of one wait, and of all', async () => {
    const clock = manualClock();
    const backend = memory({ clock: manualClock() });
    const holder = guestOf({ backend });
    await holder.vacancy('key');
    const guest = guestOf({ backend, clock, limits: { waitMs: 50, deadlineMs: 120 } });
    const late = guest.getOrSet('key');
    clock.advance(50);
    await expect(late).rejects.toThrow('get-or-set "key": no answer within 50 ms');
    clock.advance(40);
    const last = guest.getOrSet('key');
    clock.advance(30);
    await expect(last).rejects.toThrow("the guest's time of 120 ms is over");
    await expect(guest.get('key')).rejects.toThrow("the guest's time of 120 ms is over");
    // Whoever gave up stands in nobody's way.
    const other = guestOf({ backend }).getOrSet('key');
    holder.host.close();
    expect(await other).toHaveProperty('vacancy');
  });
});
