const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page of this site: `path` starts with a slash and counts from the site's root. */
export function href(path: string): string {
  return BASE + path;
}

/** HTML in which every link from the root carries the base path; those that carry it already stay. */
export function withBase(html: string): string {
  return html.replace(/ (href|src)="(\/(?!\/)[^"]*)"/g, (all, attribute: string, path: string) =>
    path === BASE || path.startsWith(`${BASE}/`) ? all : ` ${attribute}="${BASE}${path}"`,
  );
}

/** HTML in which links to pages that this site does not have are only their words. */
export function withoutMissing(html: string, has: (path: string) => boolean): string {
  return html.replace(
    /<a [^>]*?href="(\/(?!\/)[^"#?]*)[^"]*"[^>]*>(.*?)<\/a>/gs,
    (all, path: string, words: string) =>
      has(path.startsWith(`${BASE}/`) ? path.slice(BASE.length) : path) ? all : words,
  );
}
