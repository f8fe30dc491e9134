import type { Resolved } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import { namesInDecl, namesInFunc } from '../syntax/names.ts';
import { addressesOf, type Declaration, itemsOf } from './links.ts';
import type { Link } from './model.ts';

/** What refers to each item, by the item's package and address: functions and types, each once, in order. */
export function usersOf(resolved: Resolved): Map<string, Link[]> {
  const users = new Map<string, Link[]>();
  const addresses = addressesOf(resolved);
  const add = (idents: Iterable<ast.Ident>, user: Link | undefined) => {
    if (!user) return;
    for (const ident of idents) {
      const used = addresses.of(resolved.targets.get(ident));
      if (!used || used.address === user.address) continue;
      const key = `${used.package} ${used.address}`;
      const known = users.get(key);
      if (!known) users.set(key, [user]);
      else if (!known.some((other) => other.address === user.address && other.package === user.package))
        known.push(user);
    }
  };
  const link = (decl: Declaration) => addresses.links.get(decl);
  const visit = (items: readonly (ast.InterfaceItem | ast.WorldItem)[], container: Link | undefined) => {
    for (const item of items) {
      if (item.kind === 'use' || item.kind === 'include') add([item.path.name], container);
      else if (item.kind === 'resource') for (const func of item.funcs) add(namesInDecl(func), link(func));
      else if ('what' in item) {
        if (item.what.kind === 'interface') visit(item.what.items, link(item) ?? container);
        else if (item.what.kind === 'func') add(namesInFunc(item.what.func), link(item));
      } else add(namesInDecl(item), link(item));
    }
  };
  for (const pkg of resolved.packages) {
    for (const { item } of itemsOf(pkg)) {
      if (item.kind === 'interface' || item.kind === 'world') visit(item.items, link(item));
    }
  }
  return users;
}
