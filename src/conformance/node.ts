/** What runs tests: it starts programs, and needs Node. */
export { ownAdapters } from './executor/own-adapters.ts';
export { type RunOptions, runTests } from './executor/run-suite.ts';
export { runTest, type TestOutcome } from './executor/run-test.ts';
export * from './index.ts';
