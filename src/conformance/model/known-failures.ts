import type { Expectation } from './expectations.ts';

const SUITE = 'WASI Rust tests [wasm32-wasip3]';

/** What is known of the failures of jco's shims, on every system: theirs have no expectations of their own. */
export const KNOWN_FAILURES: readonly Expectation[] = [
  {
    runtime: 'jco',
    system: '',
    suite: SUITE,
    test: 'http-client-headers',
    kind: 'fail',
    why: 'preview3-shim 0.7.0 hands request headers to Node as an object: of a name that is repeated the last value stays',
    issues: [],
  },
  {
    runtime: 'jco',
    system: '',
    suite: SUITE,
    test: 'http-client-path-none',
    kind: 'fail',
    why: 'preview3-shim 0.7.0 answers a request without a path with HTTP-request-URI-invalid; what is right is being discussed',
    issues: ['https://github.com/WebAssembly/WASI/issues/949'],
  },
];
