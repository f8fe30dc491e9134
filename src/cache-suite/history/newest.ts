import type { Call } from './call.ts';

/**
 * The state of its key that a call surely stored or saw: the id of the write behind the value, null for nothing
 * stored, undefined when the call says nothing about it.
 */
export function stateShown(call: Call): number | null | undefined {
  switch (call.outcome.kind) {
    case 'value':
      return call.outcome.writer ?? undefined;
    case 'missing':
    case 'no':
    case 'vacancy':
      return null;
    case 'done':
      return call.operation === 'delete' ? null : call.operation === 'drop' ? undefined : call.id;
    default:
      return undefined;
  }
}

/** A call and the latest one that shows another state than it. */
interface Pair {
  ended: number;
  latest: Call;
  other: Call | undefined;
}

/**
 * Of the calls on one key that ended before a given moment: the one that began last among those that show another
 * state than a given write, if one is given. It takes a logarithm of their number to answer.
 */
export class Newest {
  readonly #pairs: Pair[] = [];

  constructor(calls: readonly Call[]) {
    const telling = calls.filter((call) => stateShown(call) !== undefined);
    for (const call of telling.sort((a, b) => a.ended - b.ended)) this.#pairs.push(this.#with(call));
  }

  #with(call: Call): Pair {
    const last = this.#pairs.at(-1);
    if (!last) return { ended: call.ended, latest: call, other: undefined };
    let { latest, other } = last;
    if (call.began > latest.began) {
      if (stateShown(call) !== stateShown(latest)) other = latest;
      latest = call;
    } else if (stateShown(call) !== stateShown(latest) && call.began > (other?.began ?? -1)) {
      other = call;
    }
    return { ended: call.ended, latest, other };
  }

  before(moment: Call, write?: number): Call | undefined {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle]?.ended ?? 0) < moment.began) low = middle + 1;
      else high = middle;
    }
    const pair = this.#pairs[low - 1];
    return pair && write !== undefined && stateShown(pair.latest) === write ? pair.other : pair?.latest;
  }
}
