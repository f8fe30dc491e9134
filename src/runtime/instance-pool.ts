import type { GuestHost } from './host.ts';
import type { Exports } from './load-component.ts';

/** An instance, and the host that is its own. */
export interface PooledInstance {
  exports: Exports;
  host: GuestHost;
}

/** How many instances work at a time; further requests wait their turn. */
const MOST_INSTANCES = 128;
/** After how many requests an instance gives way to a fresh one: jco's glue grows a little with each. */
const MOST_USES = 1000;

/** Instances of one component, each of which answers one request at a time. */
export class InstancePool {
  readonly #make: () => Promise<PooledInstance>;
  readonly #idle: { instance: PooledInstance; uses: number }[] = [];
  readonly #waiting: (() => void)[] = [];
  #working = 0;

  constructor(make: () => Promise<PooledInstance>) {
    this.#make = make;
  }

  /** Runs work on an instance of its own. One whose work fails is not used again. */
  async use<T>(work: (instance: PooledInstance) => Promise<T>): Promise<T> {
    if (this.#working >= MOST_INSTANCES) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#working += 1;
    try {
      const { instance, uses } = this.#idle.pop() ?? { instance: await this.#make(), uses: 0 };
      try {
        const result = await work(instance);
        if (uses + 1 < MOST_USES) this.#idle.push({ instance, uses: uses + 1 });
        else instance.host.close();
        return result;
      } catch (error) {
        instance.host.close();
        throw error;
      }
    } finally {
      this.#working -= 1;
      this.#waiting.shift()?.();
    }
  }
}
