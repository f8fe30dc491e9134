import type { SeriesPage } from './neighbours.ts';

/** An entry of the menu as Starlight has it. */
type MenuEntry = { label: string } & ({ href: string } | { entries: readonly MenuEntry[] });

/**
 * The pages that the menu leads to, in its order, whatever group they are in.
 * @param fromRoot takes the base path off an address.
 */
export function menuSeries(menu: readonly MenuEntry[], fromRoot: (url: string) => string): SeriesPage[] {
  return menu.flatMap((entry) =>
    'entries' in entry
      ? menuSeries(entry.entries, fromRoot)
      : [{ title: entry.label, path: fromRoot(entry.href) }],
  );
}
