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

/** The versions of `wasi:io` that guests ask for: that of the cache, and those of WASI 0.2. */
export const IO_VERSIONS = [
  '0.2.0-rc-2023-11-10',
  ...(['0.2.0', '0.2.1', '0.2.2', '0.2.3', '0.2.4', '0.2.5', '0.2.6'] as const),
  ...(['0.2.7', '0.2.8', '0.2.9', '0.2.10', '0.2.11', '0.2.12'] as const),
] as const;
const KEYVALUE_VERSION = '0.1.0';

type Versioned =
  | `wasi:keyvalue/${'cache' | 'types' | 'wasi-keyvalue-error'}@${typeof KEYVALUE_VERSION}`
  | `wasi:io/${'poll' | 'streams' | 'error'}@${(typeof IO_VERSIONS)[number]}`;

/**
 * The same interfaces under the names that the types of jco's glue ask for. What type it gives them follows from how
 * each guest was built, with or without promises, so these fit whatever it says.
 */
type VersionedImports = { [Name in Versioned]: never };

/** Those interfaces under their names with versions as well. */
export function withVersions(imports: Record<string, object>): Record<string, object> {
  const named = Object.entries(imports).flatMap(([name, value]) =>
    (name.startsWith('wasi:io/') ? IO_VERSIONS : [KEYVALUE_VERSION]).map((version) => [
      `${name}@${version}`,
      value,
    ]),
  );
  return { ...imports, ...Object.fromEntries(named) };
}

/**
 * What jco's `instantiate` takes for the cache: by interface, without versions, as its glue asks for them, and with
 * them, as its types do.
 *
 * The types are those that jco makes from our WIT for a guest that never suspends. Where a backend answers
 * later, the functions named in `blockingImports` return a promise of what their type says.
 */
export interface CacheImports extends VersionedImports {
  'wasi:keyvalue/cache': Implemented<typeof Cache>;
  'wasi:keyvalue/types': Implemented<typeof Types>;
  'wasi:keyvalue/wasi-keyvalue-error': Implemented<typeof KeyvalueError>;
  'wasi:io/poll': Implemented<typeof Poll>;
  'wasi:io/streams': Implemented<typeof Streams>;
  'wasi:io/error': Implemented<typeof IoError>;
}
