import type { Problem } from '../../problem.ts';
import { type Report, reporter } from '../report.ts';
import type {
  Ast,
  Declared,
  Ident,
  InterfaceItem,
  NestedPackage,
  PackageHeader,
  Range,
  TopLevelItem,
  WorldItem,
} from '../syntax/ast.ts';
import { namesInDecl, namesInFunc } from '../syntax/names.ts';
import { compareVersions } from '../version.ts';
import { gateOf, gateText } from './gates.ts';
import { packageText } from './package-name.ts';
import type { Gate, Resolved, Target } from './resolved.ts';

interface Checking {
  file: Ast;
  resolved: Resolved;
  report: Report;
  /** The package that the items are in. */
  package?: NestedPackage | PackageHeader;
}

/**
 * Warns of gates that the specification forbids and the reference tool lets pass: an item that is there before
 * what contains it or what it refers to, and versions beyond the package's.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#feature-gates
 */
export function checkGates(file: Ast, resolved: Resolved): Problem[] {
  const problems: Problem[] = [];
  const checking: Checking = { file, resolved, report: reporter(file.source, problems) };
  const header = file.header ?? resolved.packages[resolved.main]?.headers[0];
  for (const item of file.items) checkItem({ ...checking, package: header }, item, undefined);
  return problems;
}

type AnyItem = TopLevelItem | InterfaceItem | WorldItem;

/** @param outer the gate of what contains the item */
function checkItem(checking: Checking, item: AnyItem, outer: Gate | undefined): void {
  if (item.kind === 'package') {
    for (const inner of item.items) checkItem({ ...checking, package: item }, inner, undefined);
    return;
  }
  if (item.kind === 'top-level-use') return;
  const gate = checkOwn(checking, item, nameOf(item), outer);
  for (const { ident, name } of references(item)) checkReference(checking, ident, name, gate);
  if (item.kind === 'interface' || item.kind === 'world') {
    for (const inner of item.items) checkItem(checking, inner, gate);
  } else if (item.kind === 'resource') {
    for (const func of item.funcs) {
      const own = checkOwn(checking, func, func.name, gate);
      for (const ident of namesInFunc(func.func)) checkReference(checking, ident, func.name.name, own);
    }
  } else if ((item.kind === 'import' || item.kind === 'export') && item.what.kind === 'interface') {
    for (const inner of item.what.items) checkItem(checking, inner, gate);
  }
}

/** Checks an item's own gate and gives the gate that counts for it: its own, or that of its container. */
function checkOwn(
  checking: Checking,
  item: Declared,
  name: Ident,
  outer: Gate | undefined,
): Gate | undefined {
  const gate = gateOf(item.attributes);
  checkVersions(checking, item);
  if (isAtLeast(gate, outer)) return gate ?? outer;
  const message = `\`${name.name}\` has ${gateText(gate)} inside something with ${gateText(outer)}`;
  const place: Range = item.attributes[0] ?? name;
  checking.report('gate-outside-container', place, message, {
    hint: gate ? `it cannot be there before what contains it` : `gate it too: \`${gateText(outer)}\``,
  });
  return outer;
}

/** Whether something with the gate `inner` is never there without something with the gate `outer`. */
function isAtLeast(inner: Gate | undefined, outer: Gate | undefined): boolean {
  if (!outer || (outer.since === undefined && outer.unstable === undefined)) return true;
  if (outer.unstable !== undefined) return inner?.unstable === outer.unstable;
  if (inner?.unstable !== undefined) return true;
  return inner?.since !== undefined && compareVersions(inner.since, outer.since ?? '') >= 0;
}

function checkVersions({ report, package: pkg }: Checking, item: Declared): void {
  const version = pkg?.id.version?.text;
  if (version === undefined || !pkg) return;
  for (const attribute of item.attributes) {
    if (!('version' in attribute) || compareVersions(attribute.version.text, version) <= 0) continue;
    const message = `@${attribute.kind} names version ${attribute.version.text}, and the package is ${packageText(pkg.id)}`;
    report('gate-beyond-version', attribute.version, message);
  }
}

function checkReference(checking: Checking, ident: Ident, name: string, gate: Gate | undefined): void {
  const target = checking.resolved.targets.get(ident);
  const found = target && definition(checking.resolved, target);
  if (!found) return;
  const { gate: wanted, package: pkg } = found;
  const own = checking.package ? packageText(checking.package.id) : undefined;
  // Another package is there in one version: since when it has something does not matter.
  const counts = pkg === own ? wanted : wanted?.unstable === undefined ? undefined : wanted;
  if (isAtLeast(gate, counts)) return;
  const message = `\`${name}\` has ${gateText(gate)} and refers to \`${ident.name}\`, which has ${gateText(wanted)}`;
  checking.report('ungated-reference', ident, message, { hint: `gate \`${name}\` as what it refers to` });
}

/** The gate of what an identifier refers to and the package that it is in. */
function definition(resolved: Resolved, target: Target): { gate?: Gate; package?: string } | undefined {
  const { packages, interfaces, worlds, types } = resolved;
  if ('type' in target) {
    const def = types[target.type];
    if (!def?.owner) return def;
    const owner = 'world' in def.owner ? worlds[def.owner.world] : interfaces[def.owner.interface];
    return { gate: def.gate ?? owner?.gate, package: packages[owner?.package ?? -1]?.id };
  }
  const def = 'world' in target ? worlds[target.world] : interfaces[target.interface];
  return def && { gate: def.gate, package: packages[def.package]?.id };
}

function nameOf(item: Exclude<AnyItem, { kind: 'package' | 'top-level-use' }>): Ident {
  if (item.kind === 'use' || item.kind === 'include') return item.path.name;
  if ('what' in item) return item.what.kind === 'path' ? item.what.path.name : item.what.name;
  return item.name;
}

interface Reference {
  ident: Ident;
  /** What to call the item by. */
  name: string;
}

/** What an item itself refers to. Items inside it are not looked at. */
function references(item: AnyItem): Reference[] {
  const named = (name: string, idents: readonly Ident[]) => idents.map((ident) => ({ ident, name }));
  switch (item.kind) {
    case 'func':
    case 'type':
    case 'record':
    case 'variant':
      return named(item.name.name, namesInDecl(item));
    case 'use':
      return item.names.map(({ name, as }) => ({ ident: name, name: (as ?? name).name }));
    case 'include':
      return named(`include ${item.path.name.name}`, [item.path.name]);
    case 'import':
    case 'export': {
      const { what } = item;
      if (what.kind === 'func') return named(what.name.name, namesInFunc(what.func));
      if (what.kind === 'path') return named(`${item.kind} ${what.path.name.name}`, [what.path.name]);
      return what.kind === 'interface' ? [] : named(what.name.name, [what.path.name]);
    }
    default:
      return [];
  }
}
