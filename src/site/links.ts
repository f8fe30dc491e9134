const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page of this site: `path` starts with a slash and counts from the site's root. */
export function href(path: string): string {
  return BASE + path;
}
