import { expect, it } from 'vitest';
import { chunks } from '../../src/meetings/chunks.ts';
import { boundedMarkdown } from '../../src/meetings/index.ts';
import { readBlocks } from '../../src/meetings/read-blocks.ts';

const UNITS = ['a\n---\n', '- a\n', '> a\n', '\n', '    - a\n', '```\n~~~\n', '|a|\n|-|\n', '# a\n'];

it.each(UNITS)('no text of %j is given to Markdown in more than a thousand lines at once', (unit) => {
  const text = unit.repeat(5000);
  const most = (pieces: readonly { text: string }[]) =>
    Math.max(...pieces.map((piece) => piece.text.split('\n').length));
  expect(most(chunks(text.split('\n')))).toBeLessThanOrEqual(1001);
  expect(most(boundedMarkdown(text))).toBeLessThanOrEqual(1001);
});

it('code that is cut stays code, and what follows keeps its line', () => {
  const { headings } = readBlocks(
    `\`\`\`\n${'# code\n'.repeat(2500)}\`\`\`\n\n## After\n\ntext\n`.split('\n'),
  );
  expect(headings.map(({ title, line }) => [title, line])).toEqual([['After', 2504]]);
});
