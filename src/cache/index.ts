/**
 * The cache: hosts of `wasi:keyvalue/cache` for guests that run in jco, in Node or a browser.
 *
 * This entry runs in a browser; `node.ts` adds the backends that need Node.
 */

export {
  type AsyncCache,
  type AsyncCacheHost,
  type AsyncEntry,
  asyncCacheHost,
} from './async-host/async-cache-host.ts';
export { type MemoryOptions, memory } from './backends/memory.ts';
export { noop } from './backends/noop.ts';
export {
  type CacheCounters,
  type CacheEvent,
  type ObservedBackend,
  observed,
} from './backends/observed.ts';
export { type TimeToLiveOptions, withTimeToLive } from './backends/time-to-live.ts';
export { type WeakestOptions, weakest } from './backends/weakest.ts';
export { blockingImports } from './blocking-imports.ts';
export {
  type Clock,
  type ManualClock,
  machineClock,
  manualClock,
  systemClock,
  type TimeSources,
} from './clock.ts';
export type {
  Answer,
  Backend,
  Call,
  Entry,
  HostOptions,
  LargeValue,
  Limits,
  Sink,
  Traced,
  Vacancy,
  Value,
} from './contract.ts';
export { type CacheHost, cacheHost } from './host/cache-host.ts';
export type { CacheImports } from './host/imports.ts';
export { joinImports } from './host/join-imports.ts';
export { LIMITS } from './limits.ts';
export { VACANCY_MS } from './local-vacancies.ts';
export { optimizeBindings, repairDeclarations, tuneGlue } from './optimize-bindings.ts';
export { readAll } from './read-all.ts';
