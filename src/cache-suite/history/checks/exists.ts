import { type Call, mayHaveWritten, nameOf } from '../call.ts';
import { type History, isExpired, isSuperseded, type Violation } from '../history.ts';
import { Newest } from '../newest.ts';

/** `exists` answers yes only where `get` could have returned a value. */
export function* exists(history: History): Iterable<Violation> {
  for (const calls of history.byKey.values()) {
    const newest = new Newest(calls);
    const writes: Call[] = [];
    for (const call of calls) {
      if (mayHaveWritten(call)) writes.push(call);
      if (call.outcome.kind !== 'yes') continue;
      const couldShow = (write: Call) => isCandidate(history, newest, write, call);
      // The last write is nearly always the one; writes that began during the call come after it in the list.
      if (writes.findLast(couldShow) || during(calls, call).some(couldShow)) continue;
      yield {
        rule: 'exists',
        message: `${nameOf(call)} answered yes when no value could be there`,
        calls: [call.id],
      };
    }
  }
}

function isCandidate({ promises }: History, newest: Newest, write: Call, call: Call): boolean {
  if (isExpired(write, call, promises)) return false;
  return !promises.ordered || !isSuperseded(write, newest.before(call, write.id), promises);
}

/** The writes that began while the call was under way. */
function during(calls: readonly Call[], call: Call): Call[] {
  const found: Call[] = [];
  for (let index = calls.indexOf(call) + 1; index < calls.length; index++) {
    const other = calls[index];
    if (!other || other.began > call.ended) break;
    if (mayHaveWritten(other)) found.push(other);
  }
  return found;
}
