import type { World, WorldEntry } from '../../wit/index.ts';

/** What a world takes or gives from one package; the package is its own for what it declares in place. */
export interface WorldGroup {
  package: string;
  entries: WorldEntry[];
}

/** What a world imports and what it exports, by package, for a picture. */
export function worldSides(world: World): { imports: WorldGroup[]; exports: WorldGroup[] } {
  const grouped = (entries: readonly WorldEntry[]): WorldGroup[] =>
    [...Map.groupBy(entries, (entry) => entry.package || world.package)].map(([id, own]) => ({
      package: id,
      entries: own,
    }));
  return {
    // The functions of a resource go without saying.
    imports: grouped(world.imports.filter(({ name }) => !name.startsWith('['))),
    exports: grouped(world.exports),
  };
}
