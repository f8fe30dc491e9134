import type * as ast from '../syntax/ast.ts';
import { addOwner, type Reading } from './draft.ts';
import { defineTypes, type TypeReading, typeRef } from './read-types.ts';
import { FuncDef, type FuncKind, type TypeRef } from './resolved.ts';

/** Fills an interface of the draft with what its items declare. */
export function readInterface(reading: Reading, id: number, items: readonly ast.InterfaceItem[]): void {
  const { draft, log, list, index } = reading;
  const def = draft.interfaces[id];
  const scope = draft.scopes[id];
  if (!def || !scope) return;
  const types: TypeReading = { draft, log, list, index, scope, owner: addOwner(draft, { interface: id }) };
  defineTypes(types, items);
  for (const item of items) {
    if (item.kind === 'func') {
      const { name } = item.name;
      if (scope.get(name) !== undefined) {
        log.on(item.name, 'duplicate-name', `name \`${name}\` is defined more than once`);
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
    const { kind, name } = func;
    if (seen.has(name.name)) {
      reportTwice(types, func);
      continue;
    }
    seen.add(name.name);
    const before = `[${kind}]${decl.name.name}`;
    const full = kind === 'constructor' ? before : `${before}.${name.name}`;
    funcs.push(readFunc(types, func, full, kind, resource));
  }
  return funcs;
}

function reportTwice({ log }: TypeReading, { kind, name }: ast.ResourceFunc): void {
  if (kind === 'constructor') {
    log.on(name, 'duplicate-constructor', 'duplicate constructors', {
      hint: 'make it a static function that returns the resource',
    });
  } else log.on(name, 'duplicate-method', `duplicate function name \`${name.name}\``);
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
  const hasSelf = kind === 'method' && resource !== undefined;
  const params: FuncDef['params'] = new Array(func.params.length + Number(hasSelf));
  let count = 0;
  if (hasSelf) {
    const type = types.draft.types.unnamed({ kind: 'borrow', resource }, undefined, file, func);
    params[count++] = { name: 'self', type };
  }
  for (const param of func.params) {
    const { name } = param.name;
    if (isAmong(params, count, name)) reportParam(types, param.name);
    params[count++] = { name, type: typeRef(types, param.type, undefined) };
  }
  const result = readResult(types, func.result, kind, resource);
  return new FuncDef(name, kind, func.async, resource, params, result, decl, ident);
}

function isAmong(params: FuncDef['params'], end: number, name: string): boolean {
  for (let index = 0; index < end; index++) if (params[index]?.name === name) return true;
  return false;
}

function reportParam({ log }: TypeReading, name: ast.Ident): void {
  const hint = name.name === 'self' ? { hint: 'a method has a parameter `self` without being told' } : {};
  log.on(name, 'duplicate-parameter', `param \`${name.name}\` is defined more than once`, hint);
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
