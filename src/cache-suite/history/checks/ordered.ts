import { type Call, nameOf } from '../call.ts';
import { type History, isSuperseded, type Violation, writerOf } from '../history.ts';
import { Newest, stateShown } from '../newest.ts';

/** Where there is one copy, a value that has been replaced, deleted or seen to be missing does not come back. */
export function* ordered(history: History): Iterable<Violation> {
  if (!history.promises.ordered) return;
  for (const calls of history.byKey.values()) {
    const newest = new Newest(calls);
    for (const read of calls) {
      const writer = writerOf(history, read);
      if (!writer) continue;
      const newer = newest.before(read, writer.id);
      if (newer && isSuperseded(writer, newer, history.promises)) yield stale(read, writer, newer);
    }
  }
}

function stale(read: Call, writer: Call, newer: Call): Violation {
  const state = stateShown(newer) === null ? 'left or found nothing' : 'stored or found another value';
  return {
    rule: 'ordered',
    message: `${nameOf(read)} returned the value of ${nameOf(writer)}, though ${nameOf(newer)} ${state} in between`,
    calls: [read.id, writer.id, newer.id],
  };
}
