import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, RESP_TYPES } from 'redis';
import { redis } from '../../src/cache/node.ts';
import { startRedis } from '../../src/cache-suite/faults/redis-server.ts';
import { coldKey } from './cache/cold-key.ts';
import type { Row } from './row.ts';

const PROCESSES = 4;
const CALLERS = 250;

/** What the stores outside the process cost, and whether one caller computes for all across processes. */
export async function bench(): Promise<Row[]> {
  const server = await startRedis();
  const folder = mkdtempSync(join(tmpdir(), 'witness-bench-'));
  try {
    return [
      ...(await redisGet(server.url)),
      ...(await coldKeys(
        {
          sqlite: { kind: 'sqlite', path: join(folder, 'cache.db') },
          redis: { kind: 'redis', url: server.url },
        },
        { 'async-cache-dedupe': { kind: 'dedupe' }, 'cache-manager': { kind: 'manager' } },
      )),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const KEYS = 10_000;
const READS = 20_000;
const IN_FLIGHT = 1_000;
const ROUNDS = 7;

/** Reads of 100 bytes, a thousand under way at a time, ours and the client's own in turn; the best round of each. */
async function redisGet(url: string): Promise<Row[]> {
  const ours = redis({ url, namespace: 'bench' });
  const client = await createClient({ url }).connect();
  const bare = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const untimed = client.withCommandOptions({
    timeout: 0,
    typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer },
  });
  const keys = Array.from({ length: KEYS }, (_, index) => `key ${index}`);
  for (const key of keys) {
    await ours.set(key, Buffer.alloc(100, key), undefined);
    await client.set(key, Buffer.alloc(100, key));
  }
  const readers: Record<string, (key: string) => Promise<unknown>> = {
    ours: async (key) => ours.get(key),
    'the bare client': (key) => bare.get(key),
    'the bare client without a time limit': (key) => untimed.get(key),
  };
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, get] of Object.entries(readers)) {
      best[name] = Math.max(
        best[name] ?? 0,
        await perSecond(keys, get as (key: string) => Promise<Uint8Array>),
      );
    }
  }
  ours.close?.();
  client.destroy();
  const { ours: own = 0, ...peers } = best;
  return Object.entries(peers).map(([peerName, peer]) => ({
    name: `redis: get, ${IN_FLIGHT} under way`,
    ours: own,
    peer,
    peerName,
    ratio: own / peer,
    goal: '>= 0.8',
    unit: 'per second',
    note: `best of ${ROUNDS} rounds in turn; the client sets a timer for each call, ours one for all`,
  }));
}

async function perSecond(keys: string[], get: (key: string) => Promise<Uint8Array>): Promise<number> {
  const start = performance.now();
  let bytes = 0;
  for (let done = 0; done < READS; done += IN_FLIGHT) {
    const batch = Array.from({ length: IN_FLIGHT }, (_, index) => get(keys[(done + index * 7) % KEYS] ?? ''));
    for (const value of await Promise.all(batch)) bytes += value.length;
  }
  if (bytes !== READS * 100) throw new Error('a read found something else');
  return (READS * 1000) / (performance.now() - start);
}

type Stores = Record<string, Parameters<typeof coldKey>[0]>;

/** Peers that meet within a process only compute once in each. */
async function coldKeys(stores: Stores, peers: Stores): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [store, task] of Object.entries(stores)) {
    const ours = await coldKey(task, PROCESSES, CALLERS);
    for (const [peerName, peerTask] of Object.entries(peers)) {
      const peer = await coldKey(peerTask, PROCESSES, CALLERS);
      rows.push({
        name: `${store}: computations, ${PROCESSES * CALLERS} callers of a cold key in ${PROCESSES} processes`,
        ours: ours.computed,
        peer: peer.computed,
        peerName,
        ratio: null,
        goal: '1',
        unit: 'times',
        note: `until all have the value: ${Math.round(ours.ms)} ms, peer ${Math.round(peer.ms)} ms`,
      });
    }
  }
  return rows;
}
