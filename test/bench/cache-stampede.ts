import { createCache as dedupe } from 'async-cache-dedupe';
import { createCache as manager } from 'cache-manager';
import { cacheHost, memory, readAll } from '../../src/cache/index.ts';
import { TestGuest } from '../../src/cache-suite/conformance/test-guest.ts';
import { median } from './cache/compared.ts';
import type { Row } from './row.ts';

const CALLERS = 1000;
const VALUE = new Uint8Array(100).fill(1);

/** A thousand callers of one cold key at the same time: how often is it computed, and when is all over? */
export async function bench(): Promise<Row[]> {
  const ours = { direct: await stampede(onBackend), host: await stampede(throughHosts) };
  const peers = { 'async-cache-dedupe': withDedupe, 'cache-manager': withManager, 'no cache': withNothing };
  const rows: Row[] = [];
  for (const [peerName, make] of Object.entries(peers)) {
    const peer = await stampede(make);
    rows.push(
      {
        name: 'computations of a cold key',
        ours: Math.max(ours.direct.computed, ours.host.computed),
        peer: peer.computed,
        peerName,
        ratio: null,
        goal: '1',
        unit: 'times',
        note: `${CALLERS} callers at the same time; both by backend and through hosts`,
      },
      {
        name: 'the same, until all have the value',
        ours: ours.direct.ms,
        peer: peer.ms,
        peerName,
        ratio: ours.direct.ms / peer.ms,
        goal: 'none',
        unit: 'ms',
        note: `of which 5 ms are the computation; through ${CALLERS} hosts ${ours.host.ms.toFixed(1)} ms`,
      },
    );
  }
  return rows;
}

type Call = (compute: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/** The median of several stampedes, after some to warm up. */
async function stampede(make: () => Call): Promise<{ computed: number; ms: number }> {
  const all: { computed: number; ms: number }[] = [];
  for (let round = 0; round < 15; round += 1) all.push(await once(make()));
  return {
    computed: Math.max(...all.map(({ computed }) => computed)),
    ms: median(all.slice(5).map(({ ms }) => ms)),
  };
}

async function once(call: Call): Promise<{ computed: number; ms: number }> {
  let computed = 0;
  const compute = async () => {
    computed += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return VALUE;
  };
  const start = performance.now();
  const values = await Promise.all(Array.from({ length: CALLERS }, () => call(compute)));
  const ms = performance.now() - start;
  if (values.some(({ length }) => length !== VALUE.length)) throw new Error('a value is missing');
  return { computed, ms };
}

function onBackend(): Call {
  const backend = memory();
  return async (compute) => {
    const entry = await backend.getOrSet('key');
    if (entry.tag === 'occupied') return readAll(entry.val);
    const value = await compute();
    await entry.val.fill(value, 60_000);
    return value;
  };
}

function throughHosts(): Call {
  const backend = memory();
  return async (compute) => {
    const guest = new TestGuest(cacheHost({ backend, suspends: true }));
    const found = await guest.getOrSet('key');
    if ('value' in found) return found.value;
    const value = await compute();
    await guest.fill(found.vacancy, value, 60_000);
    return value;
  };
}

function withDedupe(): Call {
  let compute: () => Promise<Uint8Array>;
  const cache = dedupe({ ttl: 60, storage: { type: 'memory' } }).define('value', async (_key: string) =>
    compute(),
  );
  return (given) => {
    compute = given;
    return cache.value('key');
  };
}

function withManager(): Call {
  const cache = manager({ ttl: 60_000 });
  return (compute) => cache.wrap('key', compute);
}

function withNothing(): Call {
  return (compute) => compute();
}
