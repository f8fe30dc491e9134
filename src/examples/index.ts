export { RUN_STARTS_AT, type VirtualClock, virtualClock } from './clock.ts';
export { completions, type Suggestion } from './completions.ts';
export { type Doctest, findDoctests, withOutputs } from './doctests.ts';
export { type ClockMode, execute, type RunControl, type RunRequest, type Workplace } from './execute.ts';
export { asExpected, declaredHosts, permitted } from './expectation.ts';
export { countRepeats, describeHosts, HOST_LABELS, PAGE_HOSTS } from './hosts.ts';
export * from './model.ts';
export { listExamples } from './parse-examples.ts';
export { canSuspend, type Glue, type Program, program } from './program.ts';
