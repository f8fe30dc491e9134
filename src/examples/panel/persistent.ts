import { type Backend, type Clock, memory, type Sink, type Vacancy } from '../../cache/index.ts';
import { SMALL } from '../small-backends.ts';

/** A stored entry: the time at which it ends is on the machine's clock. */
interface Stored {
  key: string;
  bytes: Uint8Array;
  until?: number;
}

const DATABASE = 'witness-example-cache';
const STORE = 'entries';

/**
 * The memory backend, with its entries kept in a database of the browser: they are there again after a reload.
 * What is lost when the page goes before a write has ended is lost, as a cache may lose anything.
 */
export async function persistent(clock: Clock): Promise<Backend> {
  const inner = memory({ ...SMALL, clock });
  const database = await open();
  const entries = () => database.transaction(STORE, 'readwrite').objectStore(STORE);
  for (const { key, bytes, until } of await settled<Stored[]>(entries().getAll())) {
    const left = until === undefined ? undefined : until - clock.now();
    if (left === undefined || left > 0)
      await inner.set(key, bytes, left === undefined ? undefined : Math.ceil(left));
    else entries().delete(key);
  }
  const keep = (key: string, bytes: Uint8Array, ttlMs: number | undefined) => {
    entries().put({
      key,
      bytes: bytes.slice(),
      ...(ttlMs === undefined ? {} : { until: clock.now() + ttlMs }),
    });
  };
  return {
    name: 'persistent',
    get: (key) => inner.get(key),
    exists: (key) => inner.exists(key),
    async set(key, bytes, ttlMs) {
      await inner.set(key, bytes, ttlMs);
      keep(key, bytes, ttlMs);
    },
    stream: (key, ttlMs) => keeping(inner.stream(key, ttlMs), (bytes) => keep(key, bytes, ttlMs)),
    async delete(key) {
      await inner.delete(key);
      entries().delete(key);
    },
    async getOrSet(key) {
      const entry = await inner.getOrSet(key);
      if (entry.tag === 'occupied') return entry;
      const vacancy: Vacancy = entry.val;
      return {
        tag: 'vacant',
        val: {
          async fill(bytes, ttlMs) {
            await vacancy.fill(bytes, ttlMs);
            keep(key, bytes, ttlMs);
          },
          stream: (ttlMs) => keeping(vacancy.stream(ttlMs), (bytes) => keep(key, bytes, ttlMs)),
          drop: () => vacancy.drop(),
        },
      };
    },
    async close() {
      await inner.close?.();
      database.close();
    },
  };
}

/** A sink that hands over all it was given once it has finished. */
function keeping(sink: Sink, keep: (bytes: Uint8Array) => void): Sink {
  const pieces: Uint8Array[] = [];
  return {
    write(piece) {
      pieces.push(piece);
      return sink.write(piece);
    },
    async finish() {
      await sink.finish();
      keep(new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer()));
    },
    abandon: () => sink.abandon(),
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
