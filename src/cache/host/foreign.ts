import { Later } from '../later.ts';
import type { Pollable, Source } from './poll.ts';

/**
 * Whether a value is a resource of a class, ours or another host's: an object with these methods. A guest has one
 * `wasi:io` for all of its hosts, and jco's glue asks whether what any of them returns is an instance of its classes.
 */
export function isResourceOf(
  ours: abstract new (...args: never[]) => object,
  methods: readonly string[],
  value: unknown,
): boolean {
  if (Function.prototype[Symbol.hasInstance].call(ours, value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return methods.every((name) => typeof Reflect.get(value, name) === 'function');
}

interface ForeignPollable {
  ready(): boolean;
}

/** What our `poll` needs of a pollable; those of others are looked at now and then. */
export function sourceOf(pollable: Pollable | ForeignPollable): Source {
  return 'source' in pollable ? pollable.source : new ForeignSource(pollable);
}

const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 8;

/** The readiness of another host's pollable, which tells nobody: it is looked at while somebody listens. */
class ForeignSource extends Later<void> implements Source {
  readonly #pollable: ForeignPollable;

  constructor(pollable: ForeignPollable) {
    super();
    this.#pollable = pollable;
  }

  ready(): boolean {
    return this.#pollable.ready();
  }

  pending(): Later<void> {
    return this;
  }

  override listen(listener: Parameters<Later<void>['listen']>[0]): () => void {
    const callOff = super.listen(listener);
    let timer: ReturnType<typeof setTimeout>;
    const look = (pauseMs: number) => {
      timer = setTimeout(() => {
        if (this.ready()) this.resolve();
        else look(Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
      }, pauseMs);
    };
    look(FIRST_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      callOff();
    };
  }
}
