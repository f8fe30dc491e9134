/**
 * WIT, the language of WebAssembly interfaces, read exactly: `parse` a file, `resolve` packages, `check` them
 * for every problem, `describe` them for documentation, `print` them. Needs no other package, no Node and no
 * browser.
 *
 * A site does this: `check(groups, { allFeatures: true })`, then `describe(resolved)` for its pages, whose
 * items carry their documentation, gates, source, signature as coloured and linked `Part`s, and what uses
 * them; and `highlight(ast, resolved)` for whole files. An item is found by its address with `findItem`.
 */
export { type Address, type AnyItem, allItems, findItem, parseAddress } from './address.ts';
export type { Ast } from './ast.ts';
export { check } from './check.ts';
export {
  type CompareOptions,
  type Comparison,
  compare,
  type Finding,
  RULES as COMPARISON_RULES,
  type Severity as FindingSeverity,
} from './compare/index.ts';
export { decode, problemAtStart } from './decode.ts';
export { describe } from './describe.ts';
export { highlight, tokens } from './highlight.ts';
export { history, type ItemLife, type LifeEvent, type LifeMoment, type PackageHistory } from './history.ts';
export { toJson } from './json.ts';
export { packagesOf } from './mentions.ts';
export type * from './model.ts';
export { type Perspective, sameTrack, track } from './pairing/index.ts';
export { parse } from './parse.ts';
export { clash, print } from './print.ts';
export { type ResolveOptions, resolve } from './resolve.ts';
export type { Gate, Resolved } from './resolved.ts';
export { RULES, type RuleName } from './rules.ts';
export { compareVersions } from './version.ts';
export { type CoreSignature, type FunctionViews, functionViews } from './views/index.ts';
export { withMain } from './with-main.ts';
