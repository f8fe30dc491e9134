import type { Entry } from './contract.ts';
import { Later } from './later.ts';

/** One caller of get-or-set who waits for what comes of somebody else's vacancy; forgotten, it leaves the queue. */
export class Waiter extends Later<Entry> {
  /** Its place in the order of arrival, where the queue needs one. */
  readonly number: number;
  readonly #among: Set<Waiter>;

  constructor(among: Set<Waiter>, number = 0) {
    super();
    this.number = number;
    this.#among = among;
    among.add(this);
  }

  override forget(): void {
    this.#among.delete(this);
  }
}
