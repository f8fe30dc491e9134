import type { Call } from './call.ts';
import type { History, Loss } from './history.ts';
import { Newest } from './newest.ts';

/** A vacancy as its history shows it. */
export interface RecordedVacancy {
  grant: Call;
  /** The fills and drops of this vacancy, in the order of their invocation. */
  releases: Call[];
  /** The position from which its holder may have ended it: Infinity when that did not happen. */
  released: number;
  /** The position from which a set, a delete or a loss may have ended it. */
  revoked: number;
  /** Of the sets and deletes that surely came before that call, the last to begin. */
  lastWrite(before: Call): Call | undefined;
  /** The time up to which it surely lives if nobody ends it. */
  livesUntil: number;
}

/** The vacancies of each key, in the order in which they were surely held. */
export function vacanciesOf(history: History): RecordedVacancy[][] {
  const releases = Map.groupBy(
    history.calls.filter((call) => call.vacancy !== undefined),
    (call) => call.vacancy,
  );
  const lost = new Enders(history.losses);
  return [...history.byKey.values()].map((calls) => {
    const writes = calls.filter(({ operation }) => operation === 'set' || operation === 'delete');
    const revoked = new Enders(writes);
    const newest = new Newest(writes);
    return calls
      .filter((call) => call.outcome.kind === 'vacancy')
      .sort((a, b) => a.ended - b.ended)
      .map((grant) => {
        const own = releases.get(grant.id) ?? [];
        return {
          grant,
          releases: own,
          released: own[0]?.began ?? Number.POSITIVE_INFINITY,
          revoked: Math.min(revoked.after(grant), lost.after(grant)),
          lastWrite: (before) => newest.before(before),
          livesUntil: grant.at + history.promises.vacancyMs - history.promises.skewMs,
        };
      });
  });
}

/** Spans of a history that may end a vacancy, sorted by their begin. */
class Enders {
  readonly #losses: readonly Loss[];
  /** For each loss the latest end up to it, which never falls, so that it can be searched. */
  readonly #latestEnd: number[] = [];

  constructor(losses: readonly Loss[]) {
    this.#losses = losses;
    let latest = -1;
    for (const { ended } of losses) {
      latest = Math.max(latest, ended);
      this.#latestEnd.push(latest);
    }
  }

  /** Where the first loss begins that ended after the grant began. */
  after(grant: Call): number {
    let low = 0;
    let high = this.#losses.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#latestEnd[middle] ?? 0) <= grant.began) low = middle + 1;
      else high = middle;
    }
    return this.#losses[low]?.began ?? Number.POSITIVE_INFINITY;
  }
}
