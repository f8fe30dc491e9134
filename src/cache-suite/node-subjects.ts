import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { emptyNamespace } from '../cache/backends/redis/empty-namespace.ts';
import { redis } from '../cache/backends/redis.ts';
import { sqlite } from '../cache/backends/sqlite.ts';
import { manualClock } from '../cache/clock.ts';
import type { Subject } from './conformance/index.ts';

/** The SQLite backend, each time on a file of its own, with a clock that a row moves. */
export function sqliteSubject(): Subject {
  return {
    host: 'sqlite',
    async open() {
      const folder = await mkdtemp(join(tmpdir(), 'witness-cache-'));
      const clock = manualClock(1_000);
      const backend = sqlite({ path: join(folder, 'cache.db'), clock });
      return {
        backend,
        pass: async (ms) => clock.advance(ms),
        vacancyMs: 10_000,
        ttlMs: 1_000,
        async dispose() {
          await backend.close?.();
          await rm(folder, { recursive: true, force: true });
        },
      };
    },
  };
}

/** The Redis backend on a server that runs, each time in a namespace of its own. Its time is real. */
export function redisSubject(url: string): Subject {
  return {
    host: 'redis',
    async open(pace) {
      const vacancyMs = 400 * pace;
      const namespace = `conformance-${randomUUID()}`;
      const backend = redis({ url, namespace, vacancyMs });
      return {
        backend,
        // The server's clock and ours tick at the same rate, and not in step.
        pass: (ms) => setTimeout(ms + 20),
        vacancyMs,
        ttlMs: 150 * pace,
        async dispose() {
          await backend.close?.();
          await emptyNamespace(url, namespace);
        },
      };
    },
  };
}
