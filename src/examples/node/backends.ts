import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend, Clock } from '../../cache/index.ts';
import type { RunRequest } from '../execute.ts';
import { smallBackend } from '../small-backends.ts';

/** A fresh and empty backend for one run; closing it leaves nothing behind. */
export async function openBackend(request: RunRequest, clock: Clock): Promise<Backend> {
  switch (request.host) {
    case 'sqlite': {
      const { sqlite } = await import('../../cache/node.ts');
      const dir = await mkdtemp(join(tmpdir(), 'witness-'));
      return closing(sqlite({ path: join(dir, 'cache.db'), clock }), () =>
        rm(dir, { recursive: true, force: true }),
      );
    }
    case 'redis': {
      const { emptyNamespace, redis } = await import('../../cache/node.ts');
      const url = process.env.WITNESS_REDIS_URL ?? 'redis://127.0.0.1:6379';
      const namespace = `witness-example-${crypto.randomUUID()}`;
      return closing(redis({ url, namespace }), () => emptyNamespace(url, namespace));
    }
    default: {
      const backend = smallBackend(request, clock);
      if (!backend) throw new Error(`there is no host "${request.host}"`);
      return backend;
    }
  }
}

/** A backend that also runs `after` when it has been closed. */
function closing(backend: Backend, after: () => Promise<void>): Backend {
  return Object.assign(Object.create(backend) as Backend, {
    async close() {
      await backend.close?.();
      await after();
    },
  });
}
