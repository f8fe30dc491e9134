import type * as ast from '../ast.ts';
import type { FuncDef, FuncKind, TypeRef } from '../resolved.ts';
import { at, type Reading } from './draft.ts';
import { externalIdOf, gateOf } from './gates.ts';
import { defineTypes, type TypeReading, typeRef } from './read-types.ts';

/** Fills an interface of the draft with what its items declare. */
export function readInterface(reading: Reading, id: number, items: readonly ast.InterfaceItem[]): void {
  const { draft, log, list, index } = reading;
  const def = draft.interfaces[id];
  const scope = draft.scopes[id];
  if (!def || !scope) return;
  const types: TypeReading = { draft, log, list, index, scope, owner: { interface: id } };
  defineTypes(types, items);
  for (const item of items) {
    if (item.kind === 'func') {
      const { name } = item.name;
      if (scope.get(name) !== undefined) {
        log.at(list.file, 'duplicate-name', item.name, `name \`${name}\` is defined more than once`);
        continue;
      }
      def.functions.set(name, readFunc(types, item, name, 'freestanding'));
    } else if (item.kind === 'resource') {
      for (const func of readResourceFuncs(types, item)) def.functions.set(func.name, func);
    }
  }
  draft.read.add(id);
}

/** The functions of a resource, named as the component model names them. */
export function readResourceFuncs(types: TypeReading, decl: ast.ResourceDecl): FuncDef[] {
  const resource = types.scope.get(decl.name.name);
  if (typeof resource !== 'number') return [];
  const seen = new Set<string>();
  const funcs: FuncDef[] = [];
  for (const func of decl.funcs) {
    const suffix = func.kind === 'constructor' ? '' : `.${func.name.name}`;
    if (seen.has(suffix)) continue;
    seen.add(suffix);
    const name = `[${func.kind}]${decl.name.name}${suffix}`;
    funcs.push(readFunc(types, func, name, func.kind, resource));
  }
  return funcs;
}

/** One function: its parameters, with `self` for a method, and its result. */
export function readFunc(
  types: TypeReading,
  decl: ast.FuncDecl | ast.ResourceFunc | (ast.Extern & { what: { kind: 'func' } }),
  name: string,
  kind: FuncKind,
  resource?: number,
): FuncDef {
  const { file } = types.list;
  const isExtern = decl.kind === 'import' || decl.kind === 'export';
  const { name: ident, func } = isExtern
    ? (decl as ast.Extern & { what: { kind: 'func' } }).what
    : (decl as ast.FuncDecl);
  const self =
    kind === 'method' && resource !== undefined
      ? types.draft.types.unnamed({ kind: 'borrow', resource }, undefined, file, func)
      : undefined;
  const params = func.params.map((param, index) => {
    const { name } = param.name;
    if ((name === 'self' && self !== undefined) || isNamedBefore(func.params, index, name)) {
      reportParam(types, param.name);
    }
    return { name, type: typeRef(types, param.type, undefined) };
  });
  const gate = gateOf(decl.attributes);
  const externalId = externalIdOf(decl.attributes);
  return {
    name,
    kind,
    async: func.async,
    resource,
    params: self === undefined ? params : [{ name: 'self', type: self }, ...params],
    result: readResult(types, func.result, kind, resource),
    gate,
    externalId,
    place: at(file, ident),
    decl,
  };
}

function isNamedBefore(params: readonly ast.Param[], end: number, name: string): boolean {
  for (let index = 0; index < end; index++) if (params[index]?.name.name === name) return true;
  return false;
}

function reportParam({ log, list }: TypeReading, name: ast.Ident): void {
  const hint = name.name === 'self' ? { hint: 'a method has a parameter `self` without being told' } : {};
  log.at(list.file, 'duplicate-parameter', name, `param \`${name.name}\` is defined more than once`, hint);
}

function readResult(
  types: TypeReading,
  type: ast.Type | undefined,
  kind: FuncKind,
  resource: number | undefined,
): TypeRef | null {
  if (kind !== 'constructor' || resource === undefined) return type ? typeRef(types, type, undefined) : null;
  if (!type) return resource;
  const result = typeRef(types, type, undefined);
  if (result === 'unknown') return result;
  const made = typeof result === 'number' ? types.draft.types.types[result]?.kind : undefined;
  const report = (at: ast.Type, message: string, hint: string) =>
    types.log.at(types.list.file, 'constructor-result', 'resource' in at ? at.resource : at, message, {
      hint,
    });
  if (made?.kind !== 'result') {
    const message = 'if a constructor return type is declared it must be a `result`';
    report(type, message, 'leave the result out, or return a `result` with the resource');
  } else if (made.ok !== resource && made.ok !== 'unknown') {
    const ok = type.kind === 'result' && type.ok ? type.ok : type;
    report(ok, 'the `ok` type must be the resource being constructed', 'put the name of the resource first');
  }
  return result;
}
