import { systemClock } from '../clock.ts';
import type { HostOptions } from '../contract.ts';
import { limitsOf } from '../limits.ts';
import { cacheFunctions } from './cache-functions.ts';
import { classesFor } from './classes.ts';
import { GuestState } from './guest-state.ts';
import { type CacheImports, withVersions } from './imports.ts';
import { pollOf } from './poll.ts';
import { type Tracer, tracer } from './tracer.ts';

/** A host of `wasi:keyvalue/cache` for one guest. */
export interface CacheHost {
  imports: CacheImports;
  /** How many resources the guest has open. */
  readonly handles: number;
  /**
   * Gives back what the guest holds, as it must be when a guest has trapped: vacancies go to those who wait for
   * them, and values that are not finished are not stored. The backend stays open. Harmless a second time.
   */
  close(): void;
}

/** Makes a host for one guest. Any number of hosts share a backend. */
export function cacheHost(options: HostOptions): CacheHost {
  const { backend, clock = systemClock } = options;
  const tracing = options.trace && tracer(clock, options.trace);
  const suspends = options.suspends ?? 'Suspending' in WebAssembly;
  const classes = classesFor(() => guest);
  const guest = new GuestState({
    backend,
    limits: limitsOf(options.limits),
    suspends,
    classes: tracing ? tracing.classes(classes) : classes,
    clock,
  });
  return {
    // The generated types know nothing of suspending: see CacheImports.
    imports: withVersions(importsOf(guest, tracing)) as unknown as CacheImports,
    get handles() {
      return guest.handles;
    },
    close: () => guest.close(),
  };
}

function importsOf(guest: GuestState, tracing: Tracer | undefined) {
  const { classes } = guest;
  const functions: Tracer['functions'] = tracing?.functions ?? ((_, plain) => plain);
  return {
    'wasi:keyvalue/cache': {
      ...functions('wasi:keyvalue/cache', cacheFunctions(guest)),
      FutureGetResult: classes.FutureGetResult,
      FutureExistsResult: classes.FutureExistsResult,
      FutureResult: classes.FutureResult,
      FutureGetOrSetResult: classes.FutureGetOrSetResult,
      Vacancy: classes.Vacancy,
    },
    'wasi:keyvalue/types': {
      Bucket: classes.Bucket,
      IncomingValue: classes.IncomingValue,
      OutgoingValue: classes.OutgoingValue,
    },
    'wasi:keyvalue/wasi-keyvalue-error': { Error: classes.KeyvalueError },
    'wasi:io/poll': { ...functions('wasi:io/poll', { poll: pollOf(guest) }), Pollable: classes.Pollable },
    'wasi:io/streams': { InputStream: classes.InputStream, OutputStream: classes.OutputStream },
    'wasi:io/error': { Error: classes.IoError },
  };
}
