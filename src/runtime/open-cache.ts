import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, memory, noop, weakest } from '../cache/index.ts';

/** The stores that a component can be run with. */
export const CACHE_NAMES = ['noop', 'memory', 'weakest', 'sqlite', 'redis'] as const;
export type CacheName = (typeof CACHE_NAMES)[number];

export interface OpenCache {
  backend: Backend;
  close(): Promise<void>;
}

/**
 * Opens a store. That of `sqlite` lives as long as it is open; `redis` is shared by all who name the same server.
 * @param redisUrl default: `WITNESS_REDIS_URL`, or the local server.
 */
export async function openCache(name: CacheName, redisUrl?: string): Promise<OpenCache> {
  switch (name) {
    case 'noop':
      return opened(noop());
    case 'memory':
      return opened(memory());
    case 'weakest':
      return opened(weakest({ seed: Math.floor(Math.random() * 2 ** 31) }));
    case 'sqlite': {
      const { sqlite } = await import('../cache/node.ts');
      const folder = await mkdtemp(join(tmpdir(), 'witness-'));
      return opened(sqlite({ path: join(folder, 'cache.db') }), () =>
        rm(folder, { recursive: true, force: true }),
      );
    }
    case 'redis': {
      const { redis } = await import('../cache/node.ts');
      return opened(redis({ url: redisUrl ?? process.env.WITNESS_REDIS_URL ?? 'redis://127.0.0.1:6379' }));
    }
  }
}

function opened(backend: Backend, after?: () => Promise<void>): OpenCache {
  return {
    backend,
    async close() {
      await backend.close?.();
      await after?.();
    },
  };
}
