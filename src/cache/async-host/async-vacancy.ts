import type * as backend from '../contract.ts';
import type { GuestState } from '../host/guest-state.ts';
import { Resource } from '../host/resource.ts';
import { type IncomingBody, storeBody } from './store-body.ts';

/** The resource `vacancy` of the draft: dropped unfilled, it goes to whoever is next. */
export class AsyncVacancy extends Resource {
  readonly #key: string;
  readonly #task: backend.Vacancy;
  #filled = false;

  constructor(guest: GuestState, key: string, task: backend.Vacancy) {
    super(guest);
    this.#key = key;
    this.#task = task;
    guest.held.add(this);
  }

  fill(value: IncomingBody, ttlMs: number | undefined): Promise<void> {
    const { guest } = this;
    const refusal = guest.closed ?? (this.#filled ? 'the vacancy was filled before' : undefined);
    if (!refusal) {
      this.#filled = true;
      // From here on the body answers for the task.
      guest.held.delete(this);
    }
    return storeBody(guest, { operation: 'fill', key: this.#key, value, refusal }, () => ({
      whole: (bytes) => this.#task.fill(bytes, ttlMs),
      stream: () => this.#task.stream(ttlMs),
      abandon: () => this.#task.drop(),
    }));
  }

  giveBack(): void {
    this.#task.drop();
  }

  protected override dropped(): void {
    if (this.guest.held.delete(this)) this.giveBack();
  }
}
