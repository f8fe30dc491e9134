import { afterAll, beforeAll } from 'vitest';
import {
  type RedisServer,
  type RedisServerOptions,
  startRedis,
} from '../../src/cache-suite/faults/redis-server.ts';

/**
 * A private Redis for the tests of one file or `describe` block: started before them, stopped after them. The
 * function that comes back gives the server, from inside a test or hook.
 */
export function privateRedis(options?: RedisServerOptions): () => RedisServer {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await startRedis(options);
  });
  afterAll(async () => {
    await server?.stop();
  });
  return () => {
    if (!server) throw new Error('the private Redis is there only inside tests and hooks');
    return server;
  };
}
