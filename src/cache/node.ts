/** The cache with what needs Node: a file of this machine, Redis for many machines, and the suite that judges all. */
export { type AllJudgements, CONFORMANCE_HOSTS, type JudgeOptions, judgeAll } from './backends/judge-all.ts';
export { type RedisOptions, redis } from './backends/redis.ts';
export { type SqliteOptions, sqlite } from './backends/sqlite.ts';
export { type TieredOptions, tiered } from './backends/tiered.ts';
export {
  conformance,
  type Judgement,
  onManualClock,
  ROWS,
  type Row,
  type Source,
  type Subject,
  subjects,
} from './conformance/index.ts';
export * from './index.ts';
