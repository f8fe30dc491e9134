import type { Pending } from '../later.ts';
import { isResourceOf, sourceOf } from './foreign.ts';
import type { GuestState } from './guest-state.ts';
import { Resource } from './resource.ts';
import { waitFor } from './wait.ts';

/** What can be waited for. */
export interface Source {
  ready(): boolean;
  /** What has to end before it is ready; undefined when it is. */
  pending(): Pending | undefined;
}

/** The resource `pollable` of `wasi:io/poll`. */
export class Pollable extends Resource {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isResourceOf(Pollable, ['ready', 'block'], value);
  }

  /** For `poll`, which borrows it. */
  readonly source: Source;

  constructor(guest: GuestState, source: Source) {
    super(guest);
    this.source = source;
  }

  ready(): boolean {
    return this.source.ready();
  }

  block(): void | Promise<void> {
    const pending = this.source.ready() ? undefined : this.source.pending();
    if (pending) return waitFor(this.guest, [pending]);
  }
}

/** The function `poll` of `wasi:io/poll`: the positions of those that are ready, at least one. */
export function pollOf(guest: GuestState) {
  return (pollables: Pollable[]): Uint32Array | Promise<Uint32Array> => {
    if (pollables.length === 0) throw new Error('poll: the list of pollables is empty');
    return pollSources(guest, pollables.map(sourceOf));
  };
}

function pollSources(guest: GuestState, sources: readonly Source[]): Uint32Array | Promise<Uint32Array> {
  for (;;) {
    const ready = Uint32Array.from(sources.keys()).filter((at) => sources[at]?.ready());
    if (ready.length > 0) return ready;
    const pending = sources.map((source) => source.pending()).filter((later) => later !== undefined);
    // One that has become ready while the others were asked has nothing pending.
    const wait = pending.length === sources.length ? waitFor(guest, pending) : undefined;
    if (wait) return wait.then(() => pollSources(guest, sources));
  }
}
