/** The official test suite of WASI: its tests, what runtimes expect of themselves, and results. */
export { type Adapter, adapter, TARGETS, type Target } from './model/adapter.ts';
export { type Expectation, parseExpectations, readExpectations } from './model/expectations.ts';
export { KNOWN_FAILURES } from './model/known-failures.ts';
export { type RunRow, runRow } from './model/run-row.ts';
export { suiteKey } from './model/suite-key.ts';
export { findTests, type SuiteTest } from './model/suites.ts';
export { DEFAULT_SPEC, type Operation, parseSpec, type TestSpec } from './model/test-spec.ts';
export * from './results/matrix.ts';
export { type DayResult, type Mark, parseRuns, readResults, testKey } from './results/read-results.ts';
export { type PackageResult, resultsByPackage } from './results/results-by-package.ts';
export { EMPTY_TREE, type Testsuite, type Tree } from './tree.ts';
