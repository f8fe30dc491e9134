import { type Backend, type Clock, type MemoryOptions, memory, noop, weakest } from '../cache/index.ts';
import type { RunRequest } from './execute.ts';

/** Room enough for an example, and made in no time. */
export const SMALL: MemoryOptions = { maxEntries: 4096, maxBytes: 64 * 1024 * 1024 };

/** A backend that needs neither files nor servers, fresh and empty; undefined for all other names. */
export function smallBackend({ host, seed = 1 }: RunRequest, clock: Clock): Backend | undefined {
  switch (host) {
    case 'noop':
      return noop();
    case 'memory':
      return memory({ ...SMALL, clock });
    case 'weakest':
      return weakest({ seed, clock });
    default:
      return undefined;
  }
}
