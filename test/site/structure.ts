import type { BuiltPage } from './pages.ts';

/** What keeps a page from being read by its structure alone: `address: what is wrong`. */
export function structureFaults(pages: readonly BuiltPage[]): string[] {
  return pages.flatMap(({ path, html }) => faultsOf(html).map((fault) => `${path}: ${fault}`));
}

function faultsOf(html: string): string[] {
  // An attribute may hold what looks like a tag: the text of an example to copy.
  const bare = html.replace(/\s[\w:-]+="[^"]*"/g, '');
  const levels = [...bare.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
  const ids = [...html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/g)].map(([, id]) => id);
  return [
    ...levels.flatMap((level, at) => {
      // The menu may have headings of its own above the first.
      const before = levels[at - 1] ?? 6;
      return level > before + 1 ? [`a heading of level ${level} after one of level ${before}`] : [];
    }),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one heading of level 1']),
    ...(/<th>\s*<\/th>/.test(bare) ? ['a table header without a word'] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two elements with the id "${id}"`),
    ...(/<html[^>]*\slang="/.test(html) ? [] : ['no language']),
    ...(/<title>[^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...(/<meta name="description" content="[^"]+"/.test(html) ? [] : ['no description']),
  ];
}
