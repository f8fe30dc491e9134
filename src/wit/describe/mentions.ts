import { packageOfPath, packageText } from '../resolve/package-name.ts';
import type { Ast, InterfaceItem, TopLevelItem, UsePath, WorldItem } from '../syntax/ast.ts';

/** The packages of a file, as `ns:name@version`: those it declares, and those its paths lead into. */
export function packagesOf(ast: Ast): { declares: string[]; needs: string[] } {
  const declares = new Set<string>(ast.header ? [packageText(ast.header.id)] : []);
  const needs = new Set<string>();
  const visit = (items: readonly TopLevelItem[]) => {
    for (const item of items) {
      if (item.kind === 'package') {
        declares.add(packageText(item.id));
        visit(item.items);
      } else for (const path of pathsIn(item)) addPath(needs, path);
    }
  };
  visit(ast.items);
  return { declares: [...declares], needs: [...needs] };
}

function pathsIn(item: Exclude<TopLevelItem, { kind: 'package' }>): UsePath[] {
  const paths: UsePath[] = item.kind === 'top-level-use' ? [item.path] : [];
  const collect = (inner: InterfaceItem | WorldItem) => {
    if (inner.kind === 'use' || inner.kind === 'include') paths.push(inner.path);
    else if (inner.kind === 'import' || inner.kind === 'export') {
      if (inner.what.kind === 'interface') inner.what.items.forEach(collect);
      else if (inner.what.kind !== 'func') paths.push(inner.what.path);
    }
  };
  if (item.kind !== 'top-level-use') item.items.forEach(collect);
  return paths;
}

function addPath(needs: Set<string>, path: UsePath): void {
  const name = packageOfPath(path);
  if (name !== undefined) needs.add(name);
}
