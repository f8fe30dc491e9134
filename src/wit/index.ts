export type * from './ast.ts';
export { toJson } from './json.ts';
export { parse } from './parse.ts';
export { type ResolveOptions, resolve } from './resolve.ts';
export type * from './resolved.ts';
export { RULES, type RuleName } from './rules.ts';
