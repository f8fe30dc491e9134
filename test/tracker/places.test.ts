import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/nearest.ts';
import { parseProposal } from '../../src/tracker/index.ts';
import { locatePassage, nearestPassage, searchable } from '../../src/tracker/locate-passage.ts';

const MINUTES = `---
title: The vote passes in the title
---

## Notes

**Ada**: The vote\tpasses:
  io advances 🎉 to phase 3.\r
\r
**Grace**: Nobody voted against it. The count is confirmed.
`;

describe('passages', () => {
  const minutes = searchable(MINUTES);

  it.each([
    ['The vote passes: io advances', 7],
    ['io advances 🎉 to phase 3.', 8],
    ['  to   phase\n3. **Grace**: Nobody ', 8],
    ['The count is confirmed.', 10],
  ])('finds %j on line %i, whatever the white space', (passage, line) => {
    expect(locatePassage(minutes, passage)).toBe(line);
  });

  it.each(['the vote passes', 'The vote passes; io', 'The vote passes in the title', '', '  '])(
    'does not find %j: capitals and punctuation count, front matter does not',
    (passage) => {
      expect(locatePassage(minutes, passage)).toBeUndefined();
    },
  );

  it('shows the nearest passage, and none where nothing is near', () => {
    expect(nearestPassage(minutes, 'nobody has voted against')).toEqual({
      text: 'Nobody voted against it.',
      line: 10,
    });
    expect(nearestPassage(minutes, 'something else entirely')).toBeUndefined();
    expect(nearestPassage(searchable(''), 'words')).toBeUndefined();
  });
});

describe('places in YAML', () => {
  it('count Unicode characters, and point at the value or else at the key', () => {
    const text = 'id: gamma\ntitle: 🎉\nsummary: Gamma 🎉 gamma\nchampions: [🎉🎉, 3]\npartOf:\n';
    const { problems } = parseProposal({ path: 'gamma.yml', text });
    expect(
      problems.map(({ line, column, endColumn, message }) => [line, column, endColumn, message]),
    ).toEqual([
      [4, 17, 18, 'expected text, found 3'],
      [5, 8, 9, 'expected a short name in lower case with hyphens, found nothing'],
    ]);
  });

  it('are there for an empty file and for one that is no mapping', () => {
    const at = (text: string) =>
      parseProposal({ path: 'a.yml', text }).problems.map(({ line, column }) => [line, column]);
    expect(at('')).toEqual([[1, 1]]);
    expect(at('\n- a\n')).toEqual([[2, 1]]);
    expect(at('a: b: c')).toHaveLength(1);
    expect(at('id: gamma\n---\nid: delta\n').length).toBeGreaterThan(0);
  });
});

describe('the word that was probably meant', () => {
  it.each([
    ['alhpa', 'alpha'],
    ['portabilty', 'portability'],
    ['nothing-like-it', undefined],
    ['', undefined],
  ])('for %j is %j', (word, meant) => {
    expect(nearest(word, ['alpha', 'beta', 'portability'])).toBe(meant);
  });
});
