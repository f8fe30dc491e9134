import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { parseMeeting, remarkMeeting } from '../../src/meetings/index.ts';

const path = '2031/GROUP-02-03.md';
const text = `# Meeting of 3 February

## Attendees
- Ada Example
- Bo Sample

## Notes
### Vote on example-store
**Ada Example**: I would like to move to phase 2.

SF: 3
F: 2
N: 0
A: 0
SA: 0

**Bo Sample**: It passes.
`;

const pipeline = unified().use(remarkParse).use(remarkMeeting).use(remarkRehype).use(rehypeStringify);

it('puts the meeting on the file', async () => {
  const file = await pipeline.process(new VFile({ path, value: text }));
  expect(file.data.meeting).toEqual(parseMeeting({ path, text }));
  expect(file.data.meeting?.turns.map(({ speaker }) => speaker)).toEqual(['Ada Example', 'Bo Sample']);
  expect(file.data.meeting?.date).toBe('2031-02-03');
  expect(file.data.meeting?.decisions[0]?.tally).toEqual({ sf: 3, f: 2, n: 0, a: 0, sa: 0 });
});

it('leaves what is rendered as it is', async () => {
  const without = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);
  expect(String(await pipeline.process(text))).toBe(String(await without.process(text)));
});
