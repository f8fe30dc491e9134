import type * as IoError from '../generated/wasi-io-error.js';
import type * as Poll from '../generated/wasi-io-poll.js';
import type * as Streams from '../generated/wasi-io-streams.js';
import type * as Cache from '../generated/wasi-keyvalue-cache.js';
import type * as Types from '../generated/wasi-keyvalue-types.js';
import type * as KeyvalueError from '../generated/wasi-keyvalue-wasi-keyvalue-error.js';

/** A module's functions, and its classes without the constructors, which are the host's own. */
type Implemented<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends (...args: never[]) => unknown
    ? Module[Name]
    : Pick<Module[Name], keyof Module[Name]>;
};

/**
 * What jco's `instantiate` takes for the cache: by interface, without versions, as its glue asks for them.
 *
 * The types are those that jco makes from our WIT for a guest that never suspends. Where a backend answers
 * later, the functions named in `blockingImports` return a promise of what their type says.
 */
export interface CacheImports {
  'wasi:keyvalue/cache': Implemented<typeof Cache>;
  'wasi:keyvalue/types': Implemented<typeof Types>;
  'wasi:keyvalue/wasi-keyvalue-error': Implemented<typeof KeyvalueError>;
  'wasi:io/poll': Implemented<typeof Poll>;
  'wasi:io/streams': Implemented<typeof Streams>;
  'wasi:io/error': Implemented<typeof IoError>;
}
