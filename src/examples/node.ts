export { type BuiltComponent, buildComponent, type ComponentSource } from './build/component.ts';
export { buildExample } from './build/example.ts';
export { buildGuest } from './build/guest.ts';
export { loadDoctests, runDoctest, updateDoctests } from './node/doctests.ts';
export { loadExamples } from './node/load.ts';
export { type ExampleRun, type RunSettings, runExample, runSource } from './node/run-example.ts';
export { openRunner, type Runner } from './node/runner.ts';
export { componentOf, type SiteExamples, siteExamples } from './node/site.ts';
export { updateExpectations } from './node/update.ts';
