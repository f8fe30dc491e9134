import type { Root } from 'hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

const markdown = unified().use(remarkParse).freeze();

/** What the fences of a text are titled, in their order: `js title="Not run"`. HTML has lost it. */
export function titlesIn(source: string): (string | undefined)[] {
  const titles: (string | undefined)[] = [];
  visit(markdown.parse(source), 'code', ({ meta }) => {
    titles.push(/\btitle="([^"]*)"/.exec(meta ?? '')?.[1]);
  });
  return titles;
}

/** A rehype plugin: code that has a title stands below it. */
export function codeTitles(titles: readonly (string | undefined)[]) {
  return (tree: Root): void => {
    let at = 0;
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'pre' || !parent || index === undefined) return undefined;
      const title = titles[at++];
      if (title === undefined) return SKIP;
      parent.children[index] = {
        type: 'element',
        tagName: 'figure',
        properties: { className: ['code'] },
        children: [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: title }],
          },
          node,
        ],
      };
      return [SKIP, index + 1];
    });
  };
}
