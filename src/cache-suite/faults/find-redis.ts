import { answers } from './redis-ping.ts';
import { startRedis } from './redis-server.ts';

const DEFAULT_PORT = 6379;

/** The server that was named; or the one at Redis's own port; or, where there is none, a private one. */
export async function findRedis(url: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (url) return { url, stop: async () => {} };
  if (await answers(DEFAULT_PORT, false))
    return { url: `redis://127.0.0.1:${DEFAULT_PORT}`, stop: async () => {} };
  return startRedis();
}
