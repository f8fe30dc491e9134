import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Finds the place on this site of a name that documentation mentions; undefined when it means nothing here. */
export type FindName = (name: string) => string | undefined;

/**
 * A rehype plugin: a name in code leads to what it names, also where it stands in the brackets that make a link of it
 * in Rust's documentation. Links lead to the web or to what they name; others are only their words.
 */
export function linkNames(find: FindName) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (node.tagName === 'a') {
        const target = String(node.properties.href ?? '');
        if (/^https?:/.test(target)) return SKIP;
        const url = find(decoded(target));
        if (url) node.properties = { href: url };
        else parent.children.splice(index, 1, ...(node.children as ElementContent[]));
        return url ? SKIP : index;
      }
      const url = isName(node, parent) ? find(nameIn(node)) : undefined;
      if (!url) return undefined;
      withoutBrackets(parent.children[index - 1], parent.children[index + 1]);
      parent.children[index] = { type: 'element', tagName: 'a', properties: { href: url }, children: [node] };
      return [SKIP, index + 1];
    });
  };
}

/** The names that `linkNames` would ask for. */
export function namesIn(tree: Root): string[] {
  const names: string[] = [];
  visit(tree, 'element', (node, _, parent) => {
    if (parent && isName(node, parent)) names.push(nameIn(node));
    const target = String(node.properties.href ?? '');
    if (node.tagName === 'a' && !/^https?:/.test(target)) names.push(decoded(target));
  });
  return names;
}

/** Code in a sentence, or a word of a coloured example that stands for something. */
function isName({ tagName, properties }: Element, parent: Parents): boolean {
  if (tagName === 'code') return !('tagName' in parent && parent.tagName === 'pre');
  return (
    tagName === 'span' &&
    Array.isArray(properties.className) &&
    /^w-(?:type|interface|function)$/.test(String(properties.className[0]))
  );
}

function nameIn({ children: [only, ...others] }: Element): string {
  return only?.type === 'text' && others.length === 0 ? only.value : '';
}

/** Markdown writes addresses with escapes; names have none. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function withoutBrackets(before: Root['children'][number] | undefined, after: typeof before): void {
  const [left, right] = [before, after].map((node) => (node?.type === 'text' ? node : undefined)) as [
    Text?,
    Text?,
  ];
  if (!left?.value.endsWith('[') || !right?.value.startsWith(']')) return;
  left.value = left.value.slice(0, -1);
  right.value = right.value.slice(1);
}
