import { type Judgement, ROWS } from './conformance.ts';
import type { Row } from './row.ts';

/** Judgements arranged for reading: a line a promise, a column a host. */
export interface ConformanceTable {
  hosts: string[];
  lines: { row: Row; cells: (Judgement | undefined)[] }[];
}

/** Arranges judgements in the order of the suite. */
export function conformanceTable(judgements: readonly Judgement[]): ConformanceTable {
  const hosts = [...new Set(judgements.map(({ host }) => host))];
  const lines = ROWS.map((row) => ({
    row,
    cells: hosts.map((host) =>
      judgements.find((judgement) => judgement.host === host && judgement.id === row.id),
    ),
  }));
  return { hosts, lines: lines.filter(({ cells }) => cells.some(Boolean)) };
}
