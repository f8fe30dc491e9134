import type { Backend, Clock } from '../../cache/index.ts';
import type { RunRequest } from '../execute.ts';
import { smallBackend } from '../small-backends.ts';
import { persistent } from './persistent.ts';

/** The backend that a request in a page names: a fresh one, but for `persistent`. */
export function openBackend(request: RunRequest, clock: Clock): Backend | Promise<Backend> {
  if (request.host === 'persistent') return persistent(clock);
  const backend = smallBackend(request, clock);
  if (!backend) throw new Error(`there is no host "${request.host}" in a page`);
  return backend;
}
