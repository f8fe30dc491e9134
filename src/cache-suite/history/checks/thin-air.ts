import { mayHaveWritten, nameOf } from '../call.ts';
import type { History, Violation } from '../history.ts';

/** The one hard guarantee: a value that comes back was stored for that key by somebody, earlier. */
export function* thinAir({ calls, byId }: History): Iterable<Violation> {
  for (const read of calls) {
    if (read.outcome.kind !== 'value') continue;
    const { writer: id, seen } = read.outcome;
    const writer = id === null ? undefined : byId.get(id);
    if (!writer) {
      yield {
        rule: 'thin-air',
        message: `${nameOf(read)} returned ${seen ?? 'bytes'}, which nobody stored`,
        calls: [read.id],
      };
    } else if (writer.key !== read.key) {
      yield {
        rule: 'other-key',
        message: `${nameOf(read)} returned the value of ${nameOf(writer)}`,
        calls: [read.id, writer.id],
      };
    } else if (writer.began > read.ended || !mayHaveWritten(writer)) {
      const why = mayHaveWritten(writer) ? 'which began only afterwards' : 'which surely stored nothing';
      yield {
        rule: 'thin-air',
        message: `${nameOf(read)} returned the value of ${nameOf(writer)}, ${why}`,
        calls: [read.id, writer.id],
      };
    }
  }
}
