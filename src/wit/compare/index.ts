export { type CompareOptions, type Comparison, compare, type Finding, flatFindings } from './compare.ts';
export { membersOf } from './members.ts';
export type { Renamed } from './renames/index.ts';
export type { Severity } from './rule.ts';
export { RULES } from './rules/index.ts';

/** Ids of the rules that tell of coming, going and gates, not of a change in what stays. */
export const NOT_A_CHANGE = /-(added|removed)$|^(stable-to-unstable|unstable-to-stable|deprecated)$/;
