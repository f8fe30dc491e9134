import type { Decision, Tally } from '../meeting.ts';
import type { Block } from './blocks.ts';

/** A decision as found, before its subject is read. */
export interface Found {
  line: number;
  /** The passage in which it was put and settled: no candidate lies in it. */
  from: number;
  to: number;
  /** Which rule found it. */
  rule: string;
  /** Blocks that say what was decided, the most telling first. */
  about: Block[];
  method: Decision['method'];
  outcome: Decision['outcome'];
  tally: Tally | null;
  /** Whether somebody asked before. */
  asked: boolean;
  quote: string;
}
