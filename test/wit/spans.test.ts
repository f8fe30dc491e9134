import { describe, expect, it } from 'vitest';
import { type Ast, parse } from '../../src/wit/index.ts';
import { textsToMutate } from './peer/texts.ts';

interface Node {
  start: number;
  end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** Everything in a syntax tree that has a place, directly below a node. */
function children(node: object): Node[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    // A name knows the file that it stands in.
    if (key === 'file') return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((item) => {
      if (isNode(item)) return [item];
      return typeof item === 'object' && item !== null ? children(item) : [];
    });
  });
}

/** Places that are out of order, or outside of what contains them. */
function misplaced(node: Node): string[] {
  const below = children(node).sort((a, b) => a.start - b.start || a.end - b.end);
  return below.flatMap((child, index) => {
    const from = below[index - 1]?.end ?? node.start;
    const isRight = child.start >= from && child.end >= child.start && child.end <= node.end;
    const own = isRight ? [] : [`${child.start}-${child.end} after ${from} inside ${node.start}-${node.end}`];
    return [...own, ...misplaced(child)];
  });
}

function root({ source, header, items }: Ast): Node {
  return { start: 0, end: source.text.length, ...{ header, items } };
}

describe('places in the syntax tree', () => {
  it('siblings do not overlap and lie inside their parent, in valid and broken texts', () => {
    const texts = textsToMutate();
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts)
      expect({ text, misplaced: misplaced(root(parse({ path: 'x.wit', text }).value)) }).toEqual({
        text,
        misplaced: [],
      });
  });

  it('a name covers its text', () => {
    const text = 'package a:b;\ninterface %interface {}\n';
    const [item] = parse({ path: 'x.wit', text }).value.items;
    const name = item?.kind === 'interface' ? item.name : undefined;
    expect(name?.name).toBe('interface');
    expect(text.slice(name?.start, name?.end)).toBe('%interface');
  });
});
