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
export { FAULTS, type Fault, type OpenSetup, SETUPS } from './faults/setups.ts';
export type { Violation } from './history/history.ts';
export { type HistoryOptions, type HistoryResult, runHistory, type Setup } from './history/run.ts';
export { type AllJudgements, CONFORMANCE_HOSTS, type JudgeOptions, judgeAll } from './judge-all.ts';
