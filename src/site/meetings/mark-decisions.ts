import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Meeting, Tally } from '../../meetings/index.ts';
import type { Content } from '../content.ts';
import { decisionOutcome, decisionTitle } from '../render/decision.ts';
import { TALLY_BOX, tallyBars } from '../render/tally.ts';

/** A rehype plugin: in notes, each decision's place says what was decided and how it went, with its tally as a bar. */
export function markDecisions(
  { decisions }: Pick<Meeting, 'decisions'>,
  { recorded }: Pick<Content, 'recorded'>,
) {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const [, number] = /^decision-(\d+)$/.exec(String(node.properties.id ?? '')) ?? [];
      const decision = node.tagName === 'span' && number && decisions[Number(number) - 1];
      if (!decision || decision.outcome === 'informational') return;
      const title = { type: 'text', value: decisionTitle(decision, recorded.get(decision)) } as const;
      node.children = [
        { type: 'element', tagName: 'b', properties: {}, children: [title] },
        { type: 'text', value: ` ${decisionOutcome(decision).toLowerCase()}` },
        ...(decision.tally ? [bar(decision.tally)] : []),
      ];
    });
  };
}

function bar(tally: Tally): Element {
  const children = tallyBars(tally).map(
    ({ key, x, width, height }): ElementContent => ({
      type: 'element',
      tagName: 'rect',
      properties: { className: [key], x: String(x), width, height },
      children: [],
    }),
  );
  return {
    type: 'element',
    tagName: 'svg',
    properties: { className: ['tally-bar'], ...TALLY_BOX },
    children,
  };
}
