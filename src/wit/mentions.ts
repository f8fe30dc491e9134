import type { Ast, InterfaceItem, PackageId, TopLevelItem, UsePath, WorldItem } from './ast.ts';
import { packageText } from './resolve/package-name.ts';

/** The packages of a file, as `ns:name@version`: those it declares, and those its paths lead into. */
export function packagesOf(ast: Ast): { declares: string[]; needs: string[] } {
  const declares = new Set<string>(ast.header ? [packageText(ast.header.id)] : []);
  const needs = new Set<string>();
  const visit = (items: readonly TopLevelItem[]) => {
    for (const item of items) {
      if (item.kind === 'package') {
        declares.add(packageText(item.id));
        visit(item.items);
      } else for (const id of idsIn(item)) needs.add(packageText(id));
    }
  };
  visit(ast.items);
  return { declares: [...declares], needs: [...needs] };
}

function* idsIn(item: Exclude<TopLevelItem, { kind: 'package' }>): Iterable<PackageId> {
  const paths: UsePath[] = item.kind === 'top-level-use' ? [item.path] : [];
  const collect = (inner: InterfaceItem | WorldItem) => {
    if (inner.kind === 'use' || inner.kind === 'include') paths.push(inner.path);
    else if (inner.kind === 'import' || inner.kind === 'export') {
      if (inner.what.kind === 'interface') inner.what.items.forEach(collect);
      else if (inner.what.kind !== 'func') paths.push(inner.what.path);
    }
  };
  if (item.kind !== 'top-level-use') item.items.forEach(collect);
  for (const path of paths) if (path.package) yield path.package;
}
