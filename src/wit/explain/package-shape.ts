import type { BinaryShape } from '../binary/binary-shape.ts';
import type { Package, WorldEntry } from '../describe/model.ts';

/** What the worlds of a package import and export; of a package without a world, the packages' interfaces that it uses. */
export function packageShape(pkg: Package): Omit<BinaryShape, 'kind'> & { kind: 'package' } {
  const side = (entries: readonly WorldEntry[]) => [...new Set(entries.map(nameOf))];
  const named = (names: readonly string[]) => names.map((name) => ({ name, items: [] }));
  const used = pkg.interfaces.flatMap(({ uses }) =>
    uses.map(({ from }) => interfaceName(from.address, from.package)),
  );
  const imports =
    pkg.worlds.length > 0 ? side(pkg.worlds.flatMap((world) => world.imports)) : [...new Set(used)];
  return {
    kind: 'package',
    imports: named(imports.filter((name) => !name.startsWith(`${pkg.name}/`) || pkg.worlds.length > 0)),
    exports: named(side(pkg.worlds.flatMap((world) => world.exports))),
  };
}

function nameOf(entry: WorldEntry): string {
  return entry.kind === 'interface' && !entry.inline
    ? interfaceName(entry.address, entry.package)
    : entry.name;
}

/** `wasi:http/types` in `wasi:http@0.2.3` is `wasi:http/types@0.2.3` to a component. */
function interfaceName(address: string, id: string): string {
  const [, version] = id.split('@');
  return version === undefined ? address : `${address}@${version}`;
}
