import type { RunEvent } from '../model.ts';
import type { TraceRow } from './trace-rows.ts';

/** A moment on the timeline at which a value's time was over, or the clock was moved. */
export interface Mark {
  /** The number of calls that had ended. */
  at: number;
  label: string;
}

/** Where the clock moved, and after which call each time to live had run out. */
export function expiries(rows: readonly TraceRow[], events: readonly RunEvent[]): Mark[] {
  const calls = events.filter((event) => event.type === 'call');
  const marks: Mark[] = [];
  calls.forEach(({ call }, index) => {
    const row = rows[index];
    if (!row) return;
    if (row.kind === 'clock' && row.to > row.from)
      marks.push({ at: row.at, label: `+${row.to - row.from} ms` });
    const ttl = call.args.at(-1);
    const stores = call.operation === 'set' || call.operation.endsWith('vacancy-fill');
    if (!stores || typeof ttl !== 'number') return;
    const over = rows.find(({ at, to }) => at > row.at && to >= row.to + ttl);
    const key = typeof call.args[0] === 'string' ? `“${call.args[0]}”` : 'the filled value';
    if (over) marks.push({ at: over.at, label: `${key} expires` });
  });
  // Two things at one moment share a label: the clock moves, and a value expires by that.
  return [...Map.groupBy(marks, ({ at }) => at)]
    .sort(([a], [b]) => a - b)
    .map(([at, together]) => ({
      at,
      label: together
        .map(({ label }) => label)
        .sort()
        .join(', '),
    }));
}
