import type { GuestState } from './guest-state.ts';
import { Resource } from './resource.ts';

/** What can be waited for. */
export interface Source {
  ready(): boolean;
  /** Returns when it is ready: at once, or by a promise if the guest can suspend. */
  wait(): void | Promise<void>;
}

/** The resource `pollable` of `wasi:io/poll`. */
export class Pollable extends Resource {
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
    if (!this.source.ready()) return this.source.wait();
  }
}

/** The function `poll` of `wasi:io/poll`: the positions of those that are ready, at least one. */
export function poll(pollables: Pollable[]): Uint32Array | Promise<Uint32Array> {
  if (pollables.length === 0) throw new Error('poll: the list of pollables is empty');
  return pollSources(pollables.map(({ source }) => source));
}

function pollSources(sources: Source[]): Uint32Array | Promise<Uint32Array> {
  const ready = Uint32Array.from(sources.keys()).filter((at) => sources[at]?.ready());
  if (ready.length > 0) return ready;
  const waits: Promise<void>[] = [];
  for (const source of sources) {
    const wait = source.wait();
    if (!wait) return pollSources(sources);
    waits.push(wait);
  }
  return Promise.race(waits).then(() => pollSources(sources));
}
