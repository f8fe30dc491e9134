import { join } from 'node:path';
import type { Backend, Clock } from '../../cache/index.ts';
import type { RunRequest } from '../execute.ts';
import { smallBackend } from '../small-backends.ts';
import { redisUrl } from './leftovers.ts';

/** What a run may leave behind is for its starter to remove: this thread may be ended at any moment. */
export interface Outside {
  folder: string | undefined;
  wrote(name: string): void;
}

/** A fresh and empty backend for one run. */
export async function openBackend(
  request: RunRequest,
  clock: Clock,
  { folder, wrote }: Outside,
): Promise<Backend> {
  switch (request.host) {
    case 'sqlite': {
      const { sqlite } = await import('../../cache/node.ts');
      return sqlite({ path: join(folder ?? '', 'cache.db'), clock });
    }
    case 'redis': {
      const { redis } = await import('../../cache/node.ts');
      const told = new Set<string>();
      const onWrite = (name: string) => {
        if (!told.has(name)) wrote(name);
        told.add(name);
      };
      return redis({ url: redisUrl(), namespace: `witness-example-${crypto.randomUUID()}`, onWrite });
    }
    default: {
      const backend = smallBackend(request, clock);
      if (!backend) throw new Error(`there is no host "${request.host}"`);
      return backend;
    }
  }
}
