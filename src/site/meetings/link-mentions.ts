import type { Element, ElementContent, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Meeting } from '../../meetings/index.ts';

/**
 * A rehype plugin: in notes, each turn's first naming of a thing leads to its page; so does the first one outside of
 * turns, in headings, tables and lists.
 * @param urlOf the complete address for a mention's target; undefined where there is none.
 */
export function linkMentions(
  { turns, mentions }: Pick<Meeting, 'turns' | 'mentions'>,
  urlOf: (target: string) => string | undefined,
) {
  const byTurn = Map.groupBy(
    mentions,
    ({ line }) => turns.find((turn) => turn.line <= line && line <= turn.endLine)?.id,
  );
  return (tree: Root): void => {
    const blocks = tree.children.filter((node): node is Element => node.type === 'element');
    const [said, others] = [blocks.filter(isTurn), blocks.filter((block) => !isTurn(block))];
    const places: [id: string | undefined, within: Element[]][] = [
      ...said.map((turn): [string, Element[]] => [String(turn.properties.id), [turn]]),
      [undefined, others],
    ];
    for (const [id, within] of places) {
      const own = new Map((byTurn.get(id) ?? []).map(({ text, target }) => [text, target]));
      for (const [text, target] of own) {
        const url = urlOf(target);
        if (url) within.some((block) => linkFirst(block, text, url));
      }
    }
  };
}

function isTurn({ tagName, properties }: Element): boolean {
  return tagName === 'article' && typeof properties.id === 'string';
}

/** Links the first occurrence of some words that stands in no link and no longer word; false when there is none. */
function linkFirst(within: Element, words: string, url: string): boolean {
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}-])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}]|-\\p{L})`,
    'u',
  );
  let done = false;
  visit(within, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'a') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const found = word.exec(node.value);
    if (!found) return undefined;
    const [before, after] = [node.value.slice(0, found.index), node.value.slice(found.index + words.length)];
    const text = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);
    parent.children.splice(
      index,
      1,
      ...text(before),
      { type: 'element', tagName: 'a', properties: { href: url }, children: text(words) },
      ...text(after),
    );
    done = true;
    return EXIT;
  });
  return done;
}
