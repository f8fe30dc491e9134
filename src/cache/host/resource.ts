import type { GuestState } from './guest-state.ts';

/** The method that drops a resource: jco's glue calls it by this symbol, also in engines that have no `using`. */
export const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('dispose');

/**
 * What all resources have in common: they count while they are open, and jco's glue, or `using`, drops them.
 *
 * At the limit, operations answer with errors. Those are resources too, so a guest that goes on regardless traps
 * at twice the limit.
 */
export abstract class Resource {
  protected readonly guest: GuestState;
  #open = true;

  constructor(guest: GuestState) {
    const most = 2 * guest.limits.handles;
    if (guest.handles >= most) throw new Error(`the guest has ${most} handles open, twice as many as it may`);
    this.guest = guest;
    guest.handles += 1;
  }

  [dispose](): void {
    if (!this.#open) return;
    this.#open = false;
    this.guest.handles -= 1;
    this.dropped();
  }

  /** What else there is to do when it is dropped. */
  protected dropped(): void {}
}
