import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the Redis is that examples run on. */
export function redisUrl(): string {
  return process.env.WITNESS_REDIS_URL ?? 'redis://127.0.0.1:6379';
}

/** What a run leaves behind outside its thread, whether it ends by itself or is ended. */
export interface Leftovers {
  /** A folder for files of the run; undefined where it needs none. */
  folder: string | undefined;
  /** Told of each key that the run may have written in Redis. */
  wrote(name: string): void;
  remove(): Promise<void>;
}

export async function leftoversOf(host: string): Promise<Leftovers> {
  const folder = host === 'sqlite' ? await mkdtemp(join(tmpdir(), 'witness-')) : undefined;
  const names = new Set<string>();
  return {
    folder,
    wrote: (name) => void names.add(name),
    async remove() {
      if (folder) await rm(folder, { recursive: true, force: true });
      if (names.size === 0) return;
      const { removeNames } = await import('../../cache/node.ts');
      await removeNames(redisUrl(), [...names]);
    },
  };
}

/** Why examples cannot run on Redis here, if that is so. */
export async function redisTrouble(): Promise<string | undefined> {
  const { redis } = await import('../../cache/node.ts');
  const backend = redis({ url: redisUrl(), namespace: 'witness-example', timeoutMs: 2_000 });
  try {
    await backend.exists('');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await backend.close?.();
  }
}
