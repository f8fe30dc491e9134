import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../clock.ts';
import type { Backend, Vacancy, Value } from '../contract.ts';
import { LOST, VACANCY_MS } from '../local-vacancies.ts';
import { checkNumbers, DURATION } from '../options.ts';
import { BodySink, largeValue, partsOf } from './redis/bodies.ts';
import type { ConnectionOptions } from './redis/clients.ts';
import { Connection } from './redis/connection.ts';
import { NoAnswer } from './redis/deadlines.ts';
import { WRONG_TYPE } from './redis/explain.ts';
import { names } from './redis/names.ts';
import * as scripts from './redis/scripts.ts';
import { seal, unseal } from './redis/sealed.ts';
import { type Attempt, Waiters } from './waiters.ts';

export interface RedisOptions extends ConnectionOptions {
  /** Caches of different namespaces share a server without meeting. Default: `witness`. */
  namespace?: string;
  /** How long a vacancy lives that is neither filled nor dropped. Default: 10 seconds. */
  vacancyMs?: number;
  /** Told the name of each key in Redis before it is written, for those who have to clean up after themselves. */
  onWrite?: (name: string) => void;
  /** For asking again. Times to live are kept by the server's clock alone. */
  clock?: Clock;
}

/** The store for many machines: any Redis or Valkey from 6 on, or a cluster of them. */
export function redis(options: RedisOptions = {}): Backend {
  checkNumbers('redis', options, { vacancyMs: DURATION, timeoutMs: DURATION });
  const { namespace = 'witness', vacancyMs = VACANCY_MS, clock = systemClock, onWrite } = options;
  const name = names(namespace);
  const connection = new Connection(options);
  const waiters = new Waiters({ attempt, clock, minPauseMs: 20, maxPauseMs: 500 });
  let listening = false;

  const pair = (key: string) => {
    const both = [name.value(key), name.vacancy(key)];
    if (onWrite) for (const one of both) onWrite(one);
    return both;
  };

  async function attempt(key: string): Promise<Attempt> {
    const token = randomUUID();
    const taken = connection.run(scripts.take, pair(key), [token, `${vacancyMs}`]);
    // A vacancy that is given after all, when nobody waits for it any more, goes back.
    taken.catch((error) => error instanceof NoAnswer && vacancy(key, token).drop());
    const [kind, first, second] = (await taken) as [Buffer, Buffer, Buffer];
    switch (String(kind)) {
      case 'value': {
        const val = unseal(name.value(key), first);
        if (val) return { tag: 'occupied', val };
        await connection.run(scripts.discard, pair(key), [first]);
        return attempt(key);
      }
      case 'large':
        return {
          tag: 'occupied',
          val: largeValue(connection, name.value(key), String(first), Number(second)),
        };
      case 'vacant':
        return { tag: 'vacant', val: vacancy(key, token) };
      default:
        listen();
        return { tag: 'taken', forMs: Number(first) };
    }
  }

  /** Whoever has to wait hears from then on what others give back. Without it, asking again is enough. */
  function listen(): void {
    if (listening) return;
    listening = true;
    connection
      .subscribe(name.channel, (key) => waiters.wake(key))
      .catch(() => {
        listening = false;
      });
  }

  function vacancy(key: string, token: string): Vacancy {
    const drop = () => {
      connection
        .run(scripts.drop, pair(key), [token, name.channel, key])
        .then(() => waiters.wake(key))
        // It ends by itself when its time is over.
        .catch(() => {});
    };
    const kept = async (reply: Promise<unknown>) => {
      if (Number(await reply) !== 1) throw new Error(LOST);
    };
    const fill = async (bytes: Uint8Array, ttlMs: number | undefined) => {
      const content = [seal(name.value(key), bytes), expiry(ttlMs), name.channel, key, token];
      try {
        await kept(connection.run(scripts.fill, pair(key), content));
      } catch (error) {
        drop();
        throw error;
      }
      waiters.wake(key);
    };
    return {
      fill,
      stream(ttlMs) {
        const renew = () => kept(connection.run(scripts.renew, pair(key), [token, `${vacancyMs}`]));
        // Whether it is lost already shows with the first piece.
        renew().catch(() => {});
        return sink(key, ttlMs, { token, renew, store: (bytes) => fill(bytes, ttlMs), abandon: drop });
      },
      drop,
    };
  }

  async function set(key: string, bytes: Uint8Array, ttlMs: number | undefined): Promise<void> {
    const content = [seal(name.value(key), bytes), expiry(ttlMs), name.channel, key];
    await connection.run(scripts.set, pair(key), content);
    waiters.wake(key);
  }

  function sink(
    key: string,
    ttlMs: number | undefined,
    how: {
      token: string;
      renew?(): Promise<void>;
      store(bytes: Uint8Array): Promise<void>;
      abandon?(): void;
    },
  ): BodySink {
    const id = randomUUID();
    const body = name.body(key, id);
    onWrite?.(body);
    return new BodySink({
      ...how,
      connection,
      name: body,
      id,
      async place(size) {
        const content = [`${size}`, expiry(ttlMs), name.channel, key, how.token, `${partsOf(size)}`];
        const placed = Number(await connection.run(scripts.place, [...pair(key), body], content));
        if (placed === 0) throw new Error(LOST);
        if (placed < 0) throw new Error('the body was not continued for too long');
        waiters.wake(key);
      },
    });
  }

  function find(key: string): Promise<Value | undefined> {
    const place = name.value(key);
    return connection.ask(
      (redis) => redis.get(place),
      (sealed): Value | undefined => {
        const bytes = sealed ? unseal(place, sealed) : undefined;
        if (sealed && !bytes) connection.run(scripts.discard, pair(key), [sealed]).catch(() => {});
        return bytes;
      },
      (cause) => {
        const error = connection.explained(cause);
        if (isWrongType(error)) return findLarge(key);
        throw error;
      },
    );
  }

  /** What is not a plain value is a large one; unless it has just become another. */
  async function findLarge(key: string): Promise<Value | undefined> {
    const value = name.value(key);
    try {
      const [id, size] = await connection.call((redis) => redis.hmGet(value, ['id', 'size']));
      return id && size ? largeValue(connection, value, String(id), Number(size)) : undefined;
    } catch (error) {
      if (isWrongType(error)) return find(key);
      throw error;
    }
  }

  return {
    name: 'redis',
    get: find,
    exists: async (key) => (await connection.call((redis) => redis.exists(name.value(key)))) === 1,
    set,
    stream: (key, ttlMs) => sink(key, ttlMs, { token: '', store: (bytes) => set(key, bytes, ttlMs) }),
    async delete(key) {
      await connection.run(scripts.remove, pair(key), [name.channel, key]);
      waiters.wake(key);
    },
    getOrSet: (key) => waiters.wait(key),
    close() {
      waiters.close(new Error('the cache is closed'));
      connection.close();
    },
  };
}

/**
 * Redis drops an entry in the millisecond after the one that its time to live names, so it is told one less: a value
 * may be gone up to a millisecond early, and is never there too late.
 */
function expiry(ttlMs: number | undefined): string {
  return ttlMs === undefined ? '' : `${Math.max(ttlMs - 1, 0)}`;
}

function isWrongType(error: unknown): boolean {
  return error instanceof Error && error.message === WRONG_TYPE;
}
