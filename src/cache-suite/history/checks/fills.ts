import { type Call, nameOf } from '../call.ts';
import type { History, Violation } from '../history.ts';
import { type RecordedVacancy, vacanciesOf } from '../vacancies.ts';

/**
 * A vacancy takes one fill, within its time. What comes later is refused, so that it cannot overwrite what the next
 * holder stored; what comes in time is not.
 */
export function* fills(history: History): Iterable<Violation> {
  if (!history.promises.exclusive) return;
  for (const vacancies of vacanciesOf(history)) {
    for (const [index, vacancy] of vacancies.entries()) {
      for (const release of vacancy.releases) {
        const wrong =
          release.operation !== 'fill'
            ? undefined
            : release.outcome.kind === 'done'
              ? whyTooLate(history, vacancy, release, vacancies[index + 1])
              : release.outcome.kind === 'refused' && isInTime(vacancy, release)
                ? 'was refused, though its vacancy was open'
                : undefined;
        if (!wrong) continue;
        const calls = [vacancy.grant.id, release.id];
        yield { rule: 'fills', message: `${nameOf(release)} ${wrong}`, calls };
      }
    }
  }
}

function whyTooLate(
  history: History,
  vacancy: RecordedVacancy,
  fill: Call,
  next: RecordedVacancy | undefined,
): string | undefined {
  const { grant, releases } = vacancy;
  const earlier = releases.find((release) => release.ended < fill.began && release.outcome.kind === 'done');
  if (earlier) return `was accepted after the ${earlier.operation} of the same vacancy`;
  const late = Math.round(fill.at - grant.until - history.promises.vacancyMs - history.promises.skewMs);
  if (late > 0) return `was accepted ${late} ms after its vacancy had ended`;
  const write = vacancy.lastWrite(fill);
  if (write && write.began > grant.ended) return `was accepted after ${nameOf(write)}`;
  if (next && next.grant.began > grant.ended && next.grant.ended < fill.began) {
    return `was accepted after the vacancy had passed to ${nameOf(next.grant)}`;
  }
  return undefined;
}

function isInTime(vacancy: RecordedVacancy, fill: Call): boolean {
  return vacancy.releases[0] === fill && vacancy.revoked > fill.ended && fill.until < vacancy.livesUntil;
}
