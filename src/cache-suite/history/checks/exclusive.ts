import { nameOf } from '../call.ts';
import type { History, Violation } from '../history.ts';
import { type RecordedVacancy, vacanciesOf } from '../vacancies.ts';

/** Where vacancies are exclusive, one of a key lives at a time. */
export function* exclusive(history: History): Iterable<Violation> {
  if (!history.promises.exclusive) return;
  for (const vacancies of vacanciesOf(history)) {
    let open: RecordedVacancy[] = [];
    for (const next of vacancies) {
      open = open.filter((held) => isHeld(held, next));
      const held = open.at(-1);
      if (held && isHeld(next, next)) {
        yield {
          rule: 'exclusive',
          message: `${nameOf(next.grant)} got a vacancy while that of ${nameOf(held.grant)} was still open`,
          calls: [held.grant.id, next.grant.id],
        };
      }
      open.push(next);
    }
  }
}

/** Whether the vacancy was surely open at the moment when `other` had surely been given. */
function isHeld(vacancy: RecordedVacancy, other: RecordedVacancy): boolean {
  const over = Math.min(vacancy.released, vacancy.revoked);
  return over > other.grant.ended && vacancy.livesUntil > other.grant.until;
}
