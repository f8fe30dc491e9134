/** The cache with what needs Node: a file of this machine, Redis for many machines, and the suite that judges all. */
export { type AllJudgements, CONFORMANCE_HOSTS, type JudgeOptions, judgeAll } from './backends/judge-all.ts';
export { emptyNamespace } from './backends/redis/empty-namespace.ts';
export { type RedisOptions, redis } from './backends/redis.ts';
export { type SqliteOptions, sqlite } from './backends/sqlite.ts';
export { type TieredOptions, tiered } from './backends/tiered.ts';
export {
  type ConformanceTable,
  conformance,
  conformanceTable,
  type Judgement,
  onManualClock,
  ROWS,
  type Row,
  type Source,
  type Subject,
  subjects,
} from './conformance/index.ts';
export { ARENAS, FAULTS, type Fault, type OpenArena } from './faults/arenas.ts';
export type { Violation } from './history/history.ts';
export { type Arena, type HistoryOptions, type HistoryResult, runHistory } from './history/run.ts';
export * from './index.ts';
