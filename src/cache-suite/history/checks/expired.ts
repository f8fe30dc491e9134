import { nameOf } from '../call.ts';
import { type History, isExpired, type Violation, writerOf } from '../history.ts';

/** What is past its time to live is not returned, as far as the clocks allow. */
export function* expired(history: History): Iterable<Violation> {
  for (const read of history.calls) {
    const writer = writerOf(history, read);
    if (!writer || !isExpired(writer, read, history.promises)) continue;
    const late = Math.round(read.at - writer.until - (writer.ttlMs ?? 0));
    yield {
      rule: 'expired',
      message: `${nameOf(read)} returned the value of ${nameOf(writer)}, ${late} ms past its time to live of ${writer.ttlMs} ms`,
      calls: [read.id, writer.id],
    };
  }
}
