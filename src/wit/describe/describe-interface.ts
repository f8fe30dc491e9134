import { gateOf } from '../resolve/gates.ts';
import type { WorldDef } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import {
  type Describing,
  declaredFields,
  describeFunc,
  linkKey,
  partsOf,
  signatureOf,
  sourceOf,
} from './describe-item.ts';
import type { Interface, Member, Membership, Type, Use } from './model.ts';
import { entryOrigin } from './world-origin.ts';

interface Described {
  file: ast.Ast;
  decl: ast.InterfaceDecl | ast.Extern;
  /** Index in `Resolved.interfaces`. */
  id: number;
  name: string;
  items: readonly ast.InterfaceItem[];
}

/** An interface with everything in it, and the worlds that import or export it. */
export function describeInterface(state: Describing, { file, decl, id, name, items }: Described): Interface {
  const ident =
    'what' in decl && decl.what.kind !== 'path' ? decl.what.name : (decl as ast.InterfaceDecl).name;
  const fields = declaredFields(state, file, decl, ident);
  const def = state.resolved.interfaces[id];
  const worlds = decl.kind === 'interface' ? state.resolved.worlds : [];
  return {
    ...fields,
    name,
    kind: 'interface',
    named: decl.kind === 'interface',
    uses: items.flatMap((item) => (item.kind === 'use' ? describeUse(state, file, item) : [])),
    types: items.flatMap((item) =>
      item.kind !== 'use' && item.kind !== 'func' && def?.types.has(item.name.name)
        ? [describeType(state, file, item, def.functions)]
        : [],
    ),
    functions: items.flatMap((item) =>
      item.kind === 'func' && def?.functions.has(item.name.name)
        ? (describeFunc(state, file, item) ?? [])
        : [],
    ),
    importedBy: worlds.flatMap((world) => membership(state, world, id, 'import')),
    exportedBy: worlds.flatMap((world) => membership(state, world, id, 'export')),
    usedBy: state.users.get(linkKey(fields)) ?? [],
  };
}

/** Under which names, and why, a world imports or exports an interface. */
function membership(state: Describing, world: WorldDef, id: number, side: 'import' | 'export'): Membership[] {
  const link = world.decl && state.addresses.links.get(world.decl);
  if (!link) return [];
  return [...world[`${side}s`]].flatMap(([key, entry]) => {
    if (entry.kind !== 'interface' || entry.interface !== id) return [];
    const { how } = entryOrigin(state.resolved, world, side, key);
    return [{ ...link, how, ...(typeof key === 'string' && { label: key }) }];
  });
}

/** What a `use` brings in, one entry a name. */
export function describeUse(state: Describing, file: ast.Ast, use: ast.Use): Use[] {
  const from = state.addresses.of(state.resolved.targets.get(use.path.name));
  const gate = gateOf(use.attributes);
  return use.names.flatMap(({ name, as }) => {
    const type = state.addresses.of(state.resolved.targets.get(name));
    if (!from || !type) return [];
    return [
      {
        name: (as ?? name).name,
        from,
        type,
        gate,
        source: sourceOf(state, file, as ?? name),
      },
    ];
  });
}

const MEMBER_KINDS = { record: 'field', variant: 'case', enum: 'case', flags: 'flag' } as const;

/** A type with its members or functions. */
export function describeType(
  state: Describing,
  file: ast.Ast,
  decl: ast.TypeDecl,
  functions?: ReadonlyMap<string, unknown>,
): Type {
  const fields = declaredFields(state, file, decl, decl.name);
  const funcs = decl.kind === 'resource' ? decl.funcs : [];
  const isThere = (func: ast.ResourceFunc) => {
    const suffix = func.kind === 'constructor' ? '' : `.${func.name.name}`;
    return !functions || functions.has(`[${func.kind}]${decl.name.name}${suffix}`);
  };
  return {
    ...fields,
    kind: decl.kind,
    signature: signatureOf(state, file, decl),
    members:
      'members' in decl
        ? decl.members.map((member) => describeMember(state, file, MEMBER_KINDS[decl.kind], member))
        : [],
    functions: funcs.filter(isThere).flatMap((func) => describeFunc(state, file, func) ?? []),
    usedBy: state.users.get(linkKey(fields)) ?? [],
  };
}

function describeMember(
  state: Describing,
  file: ast.Ast,
  kind: Member['kind'],
  member: ast.Member & { type?: ast.Type },
): Member {
  const fields = declaredFields(state, file, member, member.name);
  return { ...fields, kind, type: member.type && partsOf(state, file, member.type) };
}
