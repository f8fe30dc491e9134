import type { Backend, Limits } from '../contract.ts';
import type { Classes } from './classes.ts';

/** What a host keeps for its guest: what it may use, and what it holds. */
export class GuestState {
  readonly backend: Backend;
  readonly limits: Limits;
  /** Whether a call may return a promise instead of failing because it has to wait. */
  readonly suspends: boolean;
  /** The classes of this host's resources. */
  readonly classes: Classes;
  /** The number of resources that the guest has not dropped. */
  handles = 0;
  /** What others wait for, or a backend keeps open, until the guest gives it back. */
  readonly held = new Set<{ giveBack(): void }>();
  closed = false;

  constructor(backend: Backend, limits: Limits, suspends: boolean, classes: Classes) {
    this.backend = backend;
    this.limits = limits;
    this.suspends = suspends;
    this.classes = classes;
  }

  /** Why no operation can begin now, if that is so. */
  refusal(): string | undefined {
    if (this.closed) return 'the host of this guest is closed';
    if (this.handles >= this.limits.handles)
      return `${this.limits.handles} handles are open, and no more may be`;
    return undefined;
  }

  /** Gives back all that the guest holds. */
  close(): void {
    this.closed = true;
    for (const thing of this.held) thing.giveBack();
    this.held.clear();
  }
}
