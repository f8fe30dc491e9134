import { type Call, mayHaveWritten } from './call.ts';
import { stateShown } from './newest.ts';
import type { Promises } from './promises.ts';

/** A recorded run, indexed once for all checks. */
export interface History {
  /** In the order of their invocation. */
  calls: readonly Call[];
  promises: Promises;
  byId: ReadonlyMap<number, Call>;
  /** The moments, between two positions each, when the store lost everything, vacancies included. */
  losses: readonly Loss[];
  /** The calls of each key, in the order of their invocation. */
  byKey: ReadonlyMap<string, readonly Call[]>;
}

/** A restart without memory: it happened between two positions. */
export interface Loss {
  began: number;
  ended: number;
}

/** A promise that was broken: the check's name, a sentence, and the calls that show it. */
export interface Violation {
  rule: string;
  message: string;
  calls: number[];
}

export function indexHistory(
  calls: readonly Call[],
  promises: Promises,
  losses: readonly Loss[] = [],
): History {
  const sorted = calls.toSorted((a, b) => a.began - b.began);
  const byId = new Map(calls.map((call) => [call.id, call]));
  return { calls: sorted, promises, losses, byId, byKey: Map.groupBy(sorted, (call) => call.key) };
}

/** The call that stored what this one read; undefined when it read nothing or nothing that was ever stored. */
export function writerOf(history: History, read: Call): Call | undefined {
  if (read.outcome.kind !== 'value' || read.outcome.writer === null) return undefined;
  const writer = history.byId.get(read.outcome.writer);
  return writer && mayHaveWritten(writer) ? writer : undefined;
}

/** Whether the value of that write was past its time, whatever the clocks' skew, when the read began. */
export function isExpired(write: Call, read: Call, { skewMs }: Promises): boolean {
  if (write.ttlMs === undefined || read.began <= write.ended) return false;
  return read.at - skewMs >= write.until + write.ttlMs;
}

/**
 * Whether, after that write, the other call surely came and showed another state of the key. That it found nothing
 * shows none where a clock that is ahead may have ended the time to live already.
 */
export function isSuperseded(write: Call, newer: Call | undefined, { skewMs }: Promises): boolean {
  if (!newer || newer.began <= write.ended) return false;
  const onlyRead = newer.operation !== 'delete' && stateShown(newer) === null;
  return !onlyRead || write.ttlMs === undefined || newer.until + skewMs < write.at + write.ttlMs;
}
