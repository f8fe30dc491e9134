/** What tries the cache's promises on every backend: the conformance rows, and random histories with faults. */
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
export { type AllJudgements, CONFORMANCE_HOSTS, type JudgeOptions, judgeAll } from './judge-all.ts';
