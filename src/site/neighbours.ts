/** A page of a series. */
export interface SeriesPage {
  title: string;
  /** Path from the site's root. */
  path: string;
  /** What it is in WIT; its title is then a name. */
  kind?: 'package' | 'interface' | 'world';
}

/** The pages beside one: at the ends of a series only one, and none beside a page that is in no series. */
export interface Neighbours {
  prev?: SeriesPage | undefined;
  next?: SeriesPage | undefined;
}

/** What stands before and after the page at a path. */
export function neighbours(series: readonly SeriesPage[], path: string): Neighbours {
  const at = series.findIndex((page) => page.path === path);
  return at === -1 ? {} : { prev: series[at - 1], next: series[at + 1] };
}
