/** One of several processes that all want the same missing value at the same time. Started by `cold-key.ts`. */
import { once } from 'node:events';
import { createCache as dedupe } from 'async-cache-dedupe';
import { createCache as manager } from 'cache-manager';
import { type Backend, redis, sqlite } from '../../../src/cache/node.ts';

const COMPUTE_MS = 20;

export interface ColdKeyTask {
  store:
    | { kind: 'sqlite'; path: string }
    | { kind: 'redis'; url: string }
    | { kind: 'dedupe' }
    | { kind: 'manager' };
  callers: number;
}

const task = JSON.parse(process.argv[2] ?? '') as ColdKeyTask;
let computed = 0;

async function compute(): Promise<string> {
  computed += 1;
  await new Promise((resume) => setTimeout(resume, COMPUTE_MS));
  return 'the value';
}

/** What each caller does, and how to end. */
async function open(): Promise<{ call(): Promise<string>; close(): void }> {
  const { store } = task;
  if (store.kind === 'dedupe') {
    const cache = dedupe({ ttl: 60, storage: { type: 'memory' } }).define('value', (_key: string) =>
      compute(),
    );
    return { call: () => cache.value('cold'), close() {} };
  }
  if (store.kind === 'manager') {
    const cache = manager({ ttl: 60_000 });
    return { call: () => cache.wrap('cold', compute), close() {} };
  }
  const cache: Backend = store.kind === 'sqlite' ? sqlite({ path: store.path }) : redis({ url: store.url });
  // Both make their connection with the first call.
  await cache.exists('another');
  return { call: () => getOrSet(cache), close: () => void cache.close?.() };
}

async function getOrSet(cache: Backend): Promise<string> {
  const entry = await cache.getOrSet('cold');
  if (entry.tag === 'occupied') return Buffer.from(entry.val as Uint8Array).toString();
  const text = await compute();
  await entry.val.fill(Buffer.from(text), undefined);
  return text;
}

const cache = await open();
process.send?.('ready');
await once(process, 'message');
const values = await Promise.all(Array.from({ length: task.callers }, cache.call));
process.send?.({ computed, right: values.filter((value) => value === 'the value').length });
cache.close();
process.disconnect();
