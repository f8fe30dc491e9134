import { type Backend, type Clock, memory, noop, weakest } from '../../cache/index.ts';
import type { RunRequest } from '../execute.ts';
import { persistent } from './persistent.ts';

/** The backend that a request in a page names: a fresh one, but for `persistent`. */
export function openBackend({ host, seed = 1 }: RunRequest, clock: Clock): Backend | Promise<Backend> {
  switch (host) {
    case 'noop':
      return noop();
    case 'memory':
      return memory({ clock });
    case 'weakest':
      return weakest({ seed, clock });
    case 'persistent':
      return persistent(clock);
    default:
      throw new Error(`there is no host "${host}" in a page`);
  }
}
