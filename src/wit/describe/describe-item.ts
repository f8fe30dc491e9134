import { type LineIndex, lineIndex } from '../report.ts';
import { externalIdOf, gateOf } from '../resolve/gates.ts';
import type { Resolved } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import * as T from '../syntax/kinds.ts';
import { docAbove } from './docs.ts';
import { type Addresses, addressesOf, type Declaration, linksOf } from './links.ts';
import type { Func, Item, Link, Part, Source } from './model.ts';
import { lineParts, tokenRange } from './parts.ts';
import { usersOf } from './users.ts';

/** What all parts of `describe` share. */
export interface Describing {
  resolved: Resolved;
  addresses: Addresses;
  /** What refers to each address, by package and address. */
  users: ReadonlyMap<string, Link[]>;
  lines: Map<ast.Ast, LineIndex>;
}

export function describing(resolved: Resolved): Describing {
  return { resolved, addresses: addressesOf(resolved), users: usersOf(resolved), lines: new Map() };
}

/** The key under which users of an item are kept. */
export function linkKey({ package: pkg, address }: Link): string {
  return `${pkg} ${address}`;
}

export function sourceOf(state: Describing, file: ast.Ast, range: ast.Range): Source {
  let lines = state.lines.get(file);
  if (!lines) {
    lines = lineIndex(file.source.text);
    state.lines.set(file, lines);
  }
  return { path: file.source.path, ...lines.span(range) };
}

/** Name, address, place, documentation and gate of an item. */
export function itemFields(
  state: Describing,
  file: ast.Ast,
  item: Link & {
    name: string;
    range: ast.Range;
    /** Where what is documented begins. */
    start?: number;
    attributes?: readonly ast.Attribute[];
  },
): Item {
  const docs = item.start === undefined ? undefined : docAbove(file, item.start);
  const gate = item.attributes && gateOf(item.attributes);
  const externalId = item.attributes && externalIdOf(item.attributes);
  return {
    name: item.name,
    address: item.address,
    package: item.package,
    docs,
    gate,
    externalId,
    source: sourceOf(state, file, item.range),
  };
}

/** As `itemFields`, for a declaration with a name. */
export function declaredFields(
  state: Describing,
  file: ast.Ast,
  decl: Declaration & Partial<ast.Declared>,
  name: ast.Ident,
): Item {
  const link = state.addresses.links.get(decl) ?? { address: name.name, package: '' };
  return itemFields(state, file, {
    ...link,
    name: name.name,
    range: name,
    start: decl.start,
    attributes: decl.attributes,
  });
}

/** A range of a file on one line, with canonical spaces and links. */
export function partsOf(state: Describing, file: ast.Ast, range: ast.Range): Part[] {
  const [from, to] = tokenRange(file, range);
  return lineParts(file, from, to, linksOf(file, state.resolved));
}

/** A declaration on one line: up to its block, without its semicolon and attributes. */
export function signatureOf(state: Describing, file: ast.Ast, decl: ast.Declared): Part[] {
  const [from, to] = tokenRange(file, { start: decl.word, end: decl.end });
  const { kinds } = file.tokens;
  let end = from;
  while (end < to && kinds[end] !== T.semicolon && kinds[end] !== T.openBrace) end++;
  return lineParts(file, from, end, linksOf(file, state.resolved));
}

/** A function, of whatever kind. */
export function describeFunc(
  state: Describing,
  file: ast.Ast,
  decl: ast.FuncDecl | ast.ResourceFunc | ast.Extern,
): Func | undefined {
  if ('what' in decl && decl.what.kind !== 'func') return undefined;
  const { func, name } = 'what' in decl ? (decl.what as ast.Extern['what'] & { kind: 'func' }) : decl;
  const isMember = decl.kind === 'method' || decl.kind === 'static' || decl.kind === 'constructor';
  return {
    ...declaredFields(state, file, decl, name),
    kind: isMember ? decl.kind : 'function',
    async: func.async,
    signature: signatureOf(state, file, decl),
    params: func.params.map((param) => ({ name: param.name.name, type: partsOf(state, file, param.type) })),
    result: func.result && partsOf(state, file, func.result),
  };
}
