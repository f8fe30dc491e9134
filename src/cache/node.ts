/** The cache with what needs Node: a file of this machine, and Redis for many machines. */
export { emptyNamespace, removeNames } from './backends/redis/empty-namespace.ts';
export { type RedisInvalidationOptions, redisInvalidation } from './backends/redis/invalidation.ts';
export { type RedisOptions, redis } from './backends/redis.ts';
export { type SqliteOptions, sqlite } from './backends/sqlite.ts';
export { type Invalidation, type TieredOptions, tiered } from './backends/tiered.ts';
export * from './index.ts';
