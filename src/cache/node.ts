/** The cache with the backends that need Node: a file of this machine, and Redis for many machines. */
export { type RedisOptions, redis } from './backends/redis.ts';
export { type SqliteOptions, sqlite } from './backends/sqlite.ts';
export * from './index.ts';
