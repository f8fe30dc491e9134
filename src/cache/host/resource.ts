import type { Guest } from './guest.ts';

/** What all resources have in common: they count while they are open, and jco's glue, or `using`, drops them. */
export abstract class Resource {
  protected readonly guest: Guest;
  #open = true;

  constructor(guest: Guest) {
    this.guest = guest;
    guest.handles += 1;
  }

  [Symbol.dispose](): void {
    if (!this.#open) return;
    this.#open = false;
    this.guest.handles -= 1;
    this.dropped();
  }

  /** What else there is to do when it is dropped. */
  protected dropped(): void {}
}
