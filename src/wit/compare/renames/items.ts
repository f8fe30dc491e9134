import { partsOf } from '../../resolve/parts-of.ts';
import type { FuncDef, Resolved, TypeDef, TypeRef } from '../../resolve/resolved.ts';
import { packageAddress, typeText } from '../pairing/index.ts';
import { wordsOf } from './names.ts';

/** Something that has a name in one version, with what tells it from others when its name is another in the other version. */
export interface Item {
  address: string;
  name: string;
  /** The address of what it stands in: an interface or a resource; of an interface, its package. */
  container: string;
  /** Names and types that it is made of, as words. */
  shape: readonly string[];
}

export interface FunctionItem extends Item {
  func: FuncDef;
  /** Of a method, static function or constructor: the name of its resource. */
  resource?: string;
}

export interface TypeItem extends Item {
  def: TypeDef;
}

export interface InterfaceItem extends Item {
  functions: readonly FunctionItem[];
  /** How the worlds of the package have it. */
  roles: ReadonlySet<'import' | 'export'>;
}

/** The interfaces of the package that was asked for, and what they declare, by address. What `use` brings in is not theirs. */
export interface Items {
  resolved: Resolved;
  interfaces: Map<string, InterfaceItem>;
  types: Map<string, TypeItem>;
  functions: Map<string, FunctionItem>;
}

export function itemsOf(resolved: Resolved): Items {
  const items: Items = { resolved, interfaces: new Map(), types: new Map(), functions: new Map() };
  const main = packageAddress(resolved, resolved.main);
  const roles = rolesOf(resolved);
  for (const [name, index] of resolved.packages[resolved.main]?.interfaces ?? []) {
    const face = resolved.interfaces[index];
    if (!face) continue;
    const address = `${main}/${name}`;
    const functions: FunctionItem[] = [];
    for (const func of face.functions.values()) {
      const item = functionItem(resolved, address, func);
      functions.push(item);
      items.functions.set(item.address, item);
    }
    const types: TypeItem[] = [];
    for (const [typeName, type] of face.types) {
      const def = resolved.types[type];
      if (!def || def.decl?.kind === 'use') continue;
      const typeAddress = `${address}.${typeName}`;
      const own = functions.filter(({ resource }) => resource === typeName);
      const shape = typeShape(resolved, def, own);
      const item = { address: typeAddress, name: typeName, container: address, shape, def };
      types.push(item);
      items.types.set(typeAddress, item);
    }
    const shape = [...functions, ...types].flatMap((item) => wordsOf(item.name).join('-'));
    items.interfaces.set(address, {
      address,
      name,
      container: main,
      shape,
      functions,
      roles: roles.get(index) ?? new Set(),
    });
  }
  return items;
}

function rolesOf(resolved: Resolved): Map<number, Set<'import' | 'export'>> {
  const found = new Map<number, Set<'import' | 'export'>>();
  for (const index of resolved.packages[resolved.main]?.worlds.values() ?? []) {
    for (const direction of ['import', 'export'] as const) {
      for (const entry of resolved.worlds[index]?.[`${direction}s`].values() ?? []) {
        if (entry.kind !== 'interface') continue;
        const roles = found.get(entry.interface) ?? new Set();
        found.set(entry.interface, roles.add(direction));
      }
    }
  }
  return found;
}

function functionItem(resolved: Resolved, face: string, func: FuncDef): FunctionItem {
  const bare = func.name.replace(/^\[[^\]]*\]/, '');
  const resource =
    func.resource === undefined ? undefined : (resolved.types[func.resource]?.name ?? undefined);
  const name = func.kind === 'constructor' ? 'constructor' : bare.slice(bare.indexOf('.') + 1);
  const container = resource === undefined ? face : `${face}.${resource}`;
  const params = func.params
    .filter((param) => param.name !== 'self')
    .flatMap(({ type }) => leaves(resolved, type).map((leaf) => `takes ${leaf}`));
  const results = leaves(resolved, func.result).map((leaf) => `gives ${leaf}`);
  return {
    address: `${container}.${name}`,
    name,
    container,
    shape: [...params, ...results],
    func,
    ...(resource && { resource }),
  };
}

/** The names that a type is spelled with, without the brackets around them. */
export function leaves(resolved: Resolved, ref: TypeRef | null): string[] {
  if (ref === null) return [];
  const def = typeof ref === 'number' ? resolved.types[ref] : undefined;
  if (!def || def.name !== null) return [typeText(resolved, ref)];
  return partsOf(def.kind).flatMap((part) => leaves(resolved, part));
}

function typeShape(resolved: Resolved, def: TypeDef, functions: readonly FunctionItem[]): string[] {
  const { kind } = def;
  switch (kind.kind) {
    case 'record':
      return kind.fields.map(({ name }) => name);
    case 'variant':
    case 'enum':
      return kind.cases.map(({ name }) => name);
    case 'flags':
      return kind.flags.map(({ name }) => name);
    case 'resource':
      return functions.map(({ name }) => wordsOf(name).join('-'));
    default:
      return partsOf(kind).flatMap((part) => leaves(resolved, part));
  }
}
