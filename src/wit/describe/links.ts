import type { PackageDef, Resolved, Target } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import { namesInDecl, namesInFunc } from '../syntax/names.ts';
import type { Link } from './model.ts';

/** A declaration that has an address of its own. */
export type Declaration =
  | ast.InterfaceDecl
  | ast.WorldDecl
  | ast.TypeDecl
  | ast.FuncDecl
  | ast.ResourceFunc
  | ast.Extern
  | ast.Member;

/** The addresses of everything that packages declare. */
export interface Addresses {
  /** By declaration. */
  links: ReadonlyMap<Declaration, Link>;
  /** Where an identifier leads, past every `use` on the way. */
  of(target: Target | undefined): Link | undefined;
}

const known = new WeakMap<Resolved, Addresses>();

/**
 * The address of every declaration: `wasi:http/types` an interface, `wasi:http/types.fields` a type in it,
 * `wasi:http/types.fields.get` a method or field, `wasi:http/proxy.handle` an item of a world. The constructor
 * of a resource is `.constructor`. An export of a world whose name is also imported is `proxy.export.handle`.
 */
export function addressesOf(resolved: Resolved): Addresses {
  let addresses = known.get(resolved);
  if (!addresses) {
    const links = new Map<Declaration, Link>();
    for (const pkg of resolved.packages) addPackage(links, pkg);
    addresses = { links, of: (target) => target && follow(resolved, links, target) };
    known.set(resolved, addresses);
  }
  return addresses;
}

/** The items of a package, in the order of its files. */
export function itemsOf(pkg: PackageDef): { file: ast.Ast; item: ast.TopLevelItem }[] {
  const nested = pkg.headers.find((header) => 'kind' in header);
  if (nested && 'items' in nested) return nested.items.map((item) => ({ file: pkg.place.file, item }));
  return pkg.files.flatMap((file) => file.items.map((item) => ({ file, item })));
}

function addPackage(links: Map<Declaration, Link>, pkg: PackageDef): void {
  for (const { item } of itemsOf(pkg)) {
    if (item.kind !== 'interface' && item.kind !== 'world') continue;
    const address = `${pkg.namespace}:${pkg.name}/${item.name.name}`;
    const add = (declaration: Declaration, own: string) => {
      if (!links.has(declaration)) links.set(declaration, { address: own, package: pkg.id });
    };
    add(item, address);
    if (item.kind === 'interface') addItems(add, item.items, address);
    else addWorldItems(add, item, address);
  }
}

type Add = (declaration: Declaration, address: string) => void;

function addItems(add: Add, items: readonly (ast.InterfaceItem | ast.WorldItem)[], container: string): void {
  for (const item of items) {
    if (item.kind === 'use' || item.kind === 'include' || 'what' in item) continue;
    const address = `${container}.${item.name.name}`;
    add(item, address);
    if (item.kind === 'resource') for (const func of item.funcs) add(func, `${address}.${memberName(func)}`);
    else if ('members' in item)
      for (const member of item.members) add(member, `${address}.${member.name.name}`);
  }
}

/** A method that is called `constructor` is told from the constructor by its `%`. */
function memberName(func: ast.ResourceFunc): string {
  return func.kind !== 'constructor' && func.name.name === 'constructor' ? '%constructor' : func.name.name;
}

function addWorldItems(add: Add, world: ast.WorldDecl, address: string): void {
  addItems(add, world.items, address);
  const taken = new Set<string>();
  for (const item of world.items) if (!('what' in item) && 'name' in item) taken.add(item.name.name);
  const externs = world.items.filter((item) => 'what' in item);
  for (const side of ['import', 'export'] as const) {
    for (const extern of externs) {
      if (extern.kind !== side || extern.what.kind === 'path') continue;
      const { name } = extern.what.name;
      const own = side === 'export' && taken.has(name) ? `${address}.export.${name}` : `${address}.${name}`;
      if (side === 'import') taken.add(name);
      add(extern, own);
      if (extern.what.kind === 'interface') addItems(add, extern.what.items, own);
    }
  }
}

function follow(resolved: Resolved, links: ReadonlyMap<Declaration, Link>, target: Target): Link | undefined {
  if ('interface' in target) {
    const decl = resolved.interfaces[target.interface]?.decl;
    return decl && links.get(decl);
  }
  if ('world' in target) {
    const decl = resolved.worlds[target.world]?.decl;
    return decl && links.get(decl);
  }
  let def = resolved.types[target.type];
  while (def?.decl?.kind === 'use') {
    const next = def.kind.kind === 'alias' ? def.kind.type : undefined;
    def = typeof next === 'number' ? resolved.types[next] : undefined;
  }
  return def?.decl && links.get(def.decl);
}

const byFile = new WeakMap<Resolved, Map<ast.Ast, Map<number, Link>>>();

/** Where the names in a file lead, by their offset. */
export function linksOf(file: ast.Ast, resolved: Resolved): ReadonlyMap<number, Link> {
  const files = byFile.get(resolved) ?? new Map<ast.Ast, Map<number, Link>>();
  byFile.set(resolved, files);
  const known = files.get(file);
  if (known) return known;
  const links = new Map<number, Link>();
  files.set(file, links);
  const addresses = addressesOf(resolved);
  for (const ident of identsIn(file.items)) {
    const link = addresses.of(resolved.targets.get(ident));
    if (link) links.set(ident.start, link);
  }
  return links;
}

/** Every identifier in items that may lead somewhere. */
function* identsIn(
  items: readonly (ast.TopLevelItem | ast.InterfaceItem | ast.WorldItem)[],
): Iterable<ast.Ident> {
  for (const item of items) {
    switch (item.kind) {
      case 'package':
      case 'interface':
      case 'world':
        yield* identsIn(item.items);
        break;
      case 'use':
        yield item.path.name;
        for (const { name } of item.names) yield name;
        break;
      case 'top-level-use':
      case 'include':
        yield item.path.name;
        break;
      case 'import':
      case 'export':
        if (item.what.kind === 'interface') yield* identsIn(item.what.items);
        else if (item.what.kind === 'func') yield* namesInFunc(item.what.func);
        else yield item.what.path.name;
        break;
      default:
        yield* namesInDecl(item);
    }
  }
}
