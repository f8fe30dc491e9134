import type * as backend from '../contract.ts';
import { Body } from './body.ts';
import type { GuestState } from './guest-state.ts';
import type { OutgoingValue } from './outgoing-value.ts';
import { Resource } from './resource.ts';

/** The resource `vacancy`: dropped unfilled, it goes to whoever is next. */
export class VacancyResource extends Resource {
  readonly #key: string;
  readonly #task: backend.Vacancy;
  #filled = false;

  constructor(guest: GuestState, key: string, task: backend.Vacancy) {
    super(guest);
    this.#key = key;
    this.#task = task;
    guest.held.add(this);
  }

  vacancyFill(ttlMs: number | undefined): OutgoingValue {
    const { guest } = this;
    const body = new Body(guest, 'vacancy-fill', this.#key);
    if (guest.closed) body.fail(guest.closed);
    else if (this.#filled) body.fail('the vacancy was filled before');
    else
      body.attach({
        whole: (bytes) => this.#task.fill(bytes, ttlMs),
        stream: () => this.#task.stream(ttlMs),
        abandon: () => this.#task.drop(),
      });
    this.#filled = true;
    // From here on the body answers for the task.
    guest.held.delete(this);
    return new guest.classes.OutgoingValue(guest, body);
  }

  giveBack(): void {
    this.#task.drop();
  }

  protected override dropped(): void {
    if (this.guest.held.delete(this)) this.giveBack();
  }
}
