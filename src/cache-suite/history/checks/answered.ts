import { nameOf } from '../call.ts';
import type { History, Violation } from '../history.ts';

/** Everybody gets an answer, those who wait on a vacancy too; and where nothing is broken, not an error. */
export function* answered({ calls, promises }: History): Iterable<Violation> {
  for (const call of calls) {
    if (call.outcome.kind === 'pending') {
      yield { rule: 'answered', message: `${nameOf(call)} was never answered`, calls: [call.id] };
    } else if (call.outcome.kind === 'error' && !promises.mayFail) {
      yield {
        rule: 'answered',
        message: `${nameOf(call)} failed: ${call.outcome.message}`,
        calls: [call.id],
      };
    }
  }
}
