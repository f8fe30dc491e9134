/** The conformance suite: what every cache must do, what it may choose, and how each backend does. */
export { conformance, type Judgement, ROWS, type Subject } from './conformance.ts';
export type { Bench, Row, Source } from './row.ts';
export { onManualClock, subjects } from './subjects.ts';
export { type ConformanceTable, conformanceTable } from './table.ts';
