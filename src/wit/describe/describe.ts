import type { PackageDef, Resolved } from '../resolve/resolved.ts';
import type * as ast from '../syntax/ast.ts';
import { describeInterface } from './describe-interface.ts';
import { type Describing, describing, itemFields } from './describe-item.ts';
import { describeWorld } from './describe-world.ts';
import { docAbove } from './docs.ts';
import { itemsOf } from './links.ts';
import { packagesOf } from './mentions.ts';
import type { Package } from './model.ts';

/**
 * The resolved packages as documentation wants them: everything in source order, with addresses, text of doc
 * comments, gates, places, signatures as linked parts, and what uses what. Resolve with `allFeatures`, or what
 * is switched off is left out.
 */
export function describe(resolved: Resolved): Package[] {
  const state = describing(resolved);
  return resolved.packages.map((pkg) => describePackage(state, pkg));
}

function describePackage(state: Describing, pkg: PackageDef): Package {
  const name = `${pkg.namespace}:${pkg.name}`;
  const [header] = pkg.headers;
  const docs = pkg.headers
    .map((each) => docAbove(fileOf(pkg, each), each.start))
    .find((text) => text !== undefined);
  const result: Package = {
    ...itemFields(state, pkg.place.file, {
      name,
      address: name,
      package: pkg.id,
      range: header?.id ?? pkg.place,
    }),
    docs,
    kind: 'package',
    namespace: pkg.namespace,
    version: pkg.version,
    uses: usesOf(pkg),
    interfaces: [],
    worlds: [],
  };
  for (const { file, item } of itemsOf(pkg)) {
    if (item.kind === 'interface') {
      const id = pkg.interfaces.get(item.name.name);
      const def = id === undefined ? undefined : state.resolved.interfaces[id];
      if (def?.decl === item && id !== undefined) {
        result.interfaces.push(
          describeInterface(state, { file, decl: item, id, name: item.name.name, items: item.items }),
        );
      }
    } else if (item.kind === 'world') {
      const id = pkg.worlds.get(item.name.name);
      if (id !== undefined && state.resolved.worlds[id]?.decl === item)
        result.worlds.push(describeWorld(state, file, item, id));
    }
  }
  return result;
}

/** The file that a header stands in. */
function fileOf({ files, place }: PackageDef, header: PackageDef['headers'][number]): ast.Ast {
  return files.find((file) => file.header === header) ?? place.file;
}

function usesOf(pkg: PackageDef): string[] {
  const items = itemsOf(pkg);
  const needs = new Set(items.flatMap(({ file, item }) => packagesOf({ ...file, items: [item] }).needs));
  return [...needs].sort();
}
