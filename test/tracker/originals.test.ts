import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseMeeting } from '../../src/meetings/index.ts';
import { cite, link, normalWords, parseEvent, passageDigest } from '../../src/tracker/index.ts';

const PATH = 'wasi/2024/WASI-02-14.md';
const NOTES = `# Notes

### Attendees

- Ada Lark

### Alpha

**Ada**: Alpha is *ready*.

**Ben**: No objections, so alpha
moves to phase 3.
`;
const original = cite(PATH, NOTES, 11, 12);
const RESTATED = `---
title: Minutes
date: 2024-02-14
restated: true
source: https://example.org/notes/2024/WASI-02-14.md
---

## Notes

**Ben**: Alpha advances.
`;

/** An event that cites the original, linked with what is at hand. */
function linked(files: Record<string, string>, more: string[] = []) {
  const evidence = [
    '  - original:',
    ...Object.entries(original ?? {}).map(([key, value]) => `      ${key}: ${value}`),
  ];
  const event = [
    'kind: phase',
    'date: 2024-02-14',
    'title: Alpha enters phase 3',
    'proposal: alpha',
    'phase: 3',
    'basis: consent',
    'outcome: passed',
    'evidence:',
    ...evidence,
    ...more,
  ].join('\n');
  const parsed = parseEvent({ path: 'events/2024-02-14-alpha.yml', text: event });
  expect(parsed.problems).toEqual([]);
  const { value, problems } = link({
    proposals: [],
    criteria: [],
    events: parsed.value ? [parsed.value] : [],
    coverage: null,
    meetings: Object.entries(files).map(([path, text]) => parseMeeting({ path, text })),
    sources: new Map(Object.entries(files)),
    wit: [],
    unread: ['proposals'],
  });
  return { piece: value.events[0]?.evidence[0], problems };
}

describe('a passage of the original notes', () => {
  it('is cited by lines and the digest of its words', () => {
    expect(original).toMatchObject({ path: '2024/WASI-02-14.md', line: 11, endLine: 12 });
    const words = 'ben no objections so alpha moves to phase 3';
    expect(original?.digest).toBe(createHash('sha256').update(words).digest('hex'));
    expect(cite(PATH, NOTES, 2, 2)).toBeUndefined();
    expect(cite(PATH, NOTES, 12, 40)).toBeUndefined();
  });

  it.each(['', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'é 🎉 '.repeat(500)])(
    'has the SHA-256 that every other tool gives (%#)',
    (text) => {
      expect(passageDigest(text)).toBe(createHash('sha256').update(normalWords(text)).digest('hex'));
    },
  );

  it.each([
    ['where it was', NOTES, 11, 12],
    ['after lines were added above', NOTES.replace('### Alpha', '### News\n\nNone.\n\n### Alpha'), 15, 16],
    ['wrapped anew', NOTES.replace('so alpha\nmoves', 'so alpha moves'), 11, 11],
    [
      'with other markup',
      NOTES.replace('**Ben**', '_Ben_').replace('alpha\nmoves', '`alpha`\n**moves**'),
      11,
      12,
    ],
  ])('is quoted word for word: %s', (_, text, line, endLine) => {
    const { piece, problems } = linked({ [PATH]: text });
    expect(problems).toEqual([]);
    expect(piece?.verbatim).toEqual({
      text: text
        .split('\n')
        .slice(line - 1, endLine)
        .join('\n'),
      path: PATH,
      line,
      endLine,
    });
    expect(piece).toMatchObject({ kind: 'minutes', meeting: '2024-02-14', path: PATH, line });
  });

  it('is found in a note that was renamed', () => {
    const { piece, problems } = linked({ 'wasi/2024/WASI-14-02.md': NOTES });
    expect(problems).toEqual([]);
    expect(piece?.verbatim?.path).toBe('wasi/2024/WASI-14-02.md');
  });

  it('that changed is a problem that names both places, and is not quoted', () => {
    const { piece, problems } = linked({ [PATH]: NOTES.replace('No objections', 'One objection') });
    expect(problems).toMatchObject([
      {
        rule: 'tracker/original-changed',
        severity: 'error',
        path: 'events/2024-02-14-alpha.yml',
        line: 10,
        message: `expected the words that were cited in ${PATH}:11-12, found that they have changed`,
      },
    ]);
    expect(piece?.verbatim).toBeUndefined();
  });

  it('whose notes are not at hand is a warning', () => {
    const { problems } = linked({ 'wasi/2024/WASI-03-01.md': '# Other\n' });
    expect(problems).toMatchObject([{ rule: 'tracker/original-missing', severity: 'warning' }]);
  });

  it('stands for itself without the notes: the title of the event, marked as restated, with a link', () => {
    const { piece, problems } = linked({ 'content/meetings/2024-02-14.md': RESTATED });
    expect(problems).toEqual([]);
    expect(piece).toMatchObject({
      quote: 'Alpha enters phase 3',
      restated: true,
      url: 'https://example.org/notes/2024/WASI-02-14.md?plain=1#L11-L12',
    });
  });

  it('stands beside the passage of restated minutes', () => {
    const files = { [PATH]: NOTES, 'content/meetings/2024-02-14.md': RESTATED };
    const { piece, problems } = linked(files, ['    passage: Alpha advances.']);
    expect(problems).toEqual([]);
    expect(piece).toMatchObject({ quote: 'Alpha advances.', restated: true, path: PATH, line: 11 });
    expect(linked(files, ['    passage: Alpha waits.']).problems).toMatchObject([
      { rule: 'tracker/passage-not-found' },
    ]);
  });

  it.each([
    ['digest: abc', 'expected a digest of 64 hexadecimal digits, found "abc"'],
    ['line: 0', 'expected a whole number from 1 to 10000000, found 0'],
    [
      'path: /etc/passwd',
      'expected a path below the folder of notes, like 2023/WASI-07-13.md, found "/etc/passwd"',
    ],
    ['path: notes.md', 'expected the day of the meeting beside the original'],
  ])('is refused with %s', (change, message) => {
    const [key] = change.split(':');
    const lines = Object.entries(original ?? {}).map(([name, value]) =>
      name === key ? change : `${name}: ${value}`,
    );
    const text = `kind: presentation\ndate: 2024-02-14\ntitle: a\nevidence:\n  - original: { ${lines.join(', ')} }\n`;
    const { problems } = parseEvent({ path: '2024-02-14-a.yml', text });
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});
