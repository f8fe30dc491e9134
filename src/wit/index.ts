/**
 * WIT, the language of WebAssembly interfaces, read exactly: `parse` a file, `resolve` packages, `check` them
 * for every problem, `describe` them for documentation, `print` them. Needs no other package, no Node and no
 * browser.
 *
 * A site does this: `check(groups, { allFeatures: true })`, then `describe(resolved)` for its pages, whose
 * items carry their documentation, gates, source, signature as coloured and linked `Part`s, and what uses
 * them; and `highlight(ast, resolved)` for whole files. An item is found by its address with `findItem`.
 */

export { type BinaryShape, binaryShape, type ShapeInterface } from './binary/binary-shape.ts';
export {
  history,
  type ItemLife,
  type LifeEvent,
  type LifeMoment,
  type PackageHistory,
} from './compare/history.ts';
export {
  type CompareOptions,
  type Comparison,
  compare,
  type Finding,
  flatFindings,
  type Renamed,
  RULES as COMPARISON_RULES,
  type Severity as FindingSeverity,
} from './compare/index.ts';
export { type Perspective, sameTrack, track } from './compare/pairing/index.ts';
export { type Address, type AnyItem, allItems, findItem, parseAddress } from './describe/address.ts';
export { describe } from './describe/describe.ts';
export { highlight, tokens } from './describe/highlight.ts';
export { packagesOf } from './describe/mentions.ts';
export type * from './describe/model.ts';
export {
  type ExplainedInterface,
  type Explanation,
  explain,
  type LaterRelease,
  type Standing,
} from './explain/explain.ts';
export {
  type ExplainedFiles,
  explainFiles,
  type FindPackage,
  type GivenFile,
} from './explain/explain-files.ts';
export { packageShape } from './explain/package-shape.ts';
export {
  type Break,
  type CompareSteps,
  type Release,
  type ReleaseIndex,
  releaseIndex,
} from './explain/release-index.ts';
export { toJson } from './print/json.ts';
export { clash, print } from './print/print.ts';
export { type CheckOptions, check } from './resolve/check.ts';
export {
  admits,
  BASELINES,
  type Baseline,
  COMPONENT_FEATURES,
  type ComponentFeature,
  type FeatureId,
} from './resolve/component-features.ts';
export { type ResolveOptions, resolve } from './resolve/resolve.ts';
export type { Gate, Resolved } from './resolve/resolved.ts';
export { withMain } from './resolve/with-main.ts';
export { RULES, type RuleName } from './rules.ts';
export type { Ast } from './syntax/ast.ts';
export { decode, problemAtStart } from './syntax/decode.ts';
export { parse } from './syntax/parse.ts';
export { compareVersions } from './version.ts';
export { type CoreSignature, coreSignature, type FunctionViews, functionViews } from './views/index.ts';
