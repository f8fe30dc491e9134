import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A rehype plugin: links from the site's root carry the base path, and those to pages that this site does not have are
 * only their words.
 * @param base without a slash at its end; links that carry it already stay.
 */
export function ownLinks(base: string, has: (path: string) => boolean) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      for (const name of ['href', 'src']) {
        const target = node.properties[name];
        if (typeof target !== 'string' || !/^\/(?!\/)/.test(target)) continue;
        const path = target === base || target.startsWith(`${base}/`) ? target.slice(base.length) : target;
        node.properties[name] = base + path;
        if (node.tagName !== 'a' || has(path.replace(/[#?].*/s, ''))) continue;
        parent?.children.splice(index ?? 0, 1, ...(node.children as ElementContent[]));
        return index;
      }
      return undefined;
    });
  };
}
