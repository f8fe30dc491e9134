import type { Clock } from '../../cache/clock.ts';
import type { Call, Outcome } from './call.ts';

export interface RecorderOptions {
  clock: Clock;
  /** The next position in the order of all invocations and responses: greater than every one before. */
  position(): number;
  /** The number of the first call; those of several recorders do not meet. */
  firstId?: number;
  /** Told when a call begins and when it ends. */
  watch?(call: Call): void;
}

/** Writes down what is asked and answered, and when. */
export class Recorder {
  readonly calls: Call[] = [];
  readonly #options: RecorderOptions;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  begin(
    client: number,
    operation: Call['operation'],
    key: string,
    more: Pick<Call, 'ttlMs' | 'vacancy'> = {},
  ): Call {
    const { clock, position, firstId = 0, watch } = this.#options;
    const call: Call = {
      id: firstId + this.calls.length,
      client,
      operation,
      key,
      ttlMs: more.ttlMs,
      vacancy: more.vacancy,
      at: clock.now(),
      until: Number.POSITIVE_INFINITY,
      began: position(),
      ended: Number.POSITIVE_INFINITY,
      outcome: { kind: 'pending' },
    };
    this.calls.push(call);
    watch?.(call);
    return call;
  }

  /** A failed call has no end yet: whether it has its effect, and when, is not known. */
  end(call: Call, outcome: Outcome): void {
    call.outcome = outcome;
    if (outcome.kind !== 'error') call.ended = this.#options.position();
    call.until = this.#options.clock.now();
    this.#options.watch?.(call);
  }
}
