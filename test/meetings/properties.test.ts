import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, lint, NO_MENTION_NAMES, parseMeeting, renderNotes } from '../../src/meetings/index.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import type { SourceFile } from '../../src/problem.ts';
import { corpusNotes, hasCorpus } from './corpus.ts';
import { fixtureNotes } from './fixtures.ts';

/** Bits of Markdown and of notes that a mutation may put anywhere. */
const BITS = [
  '\n',
  '\n\n',
  '#',
  '##',
  '**',
  '`',
  '```\n',
  '- ',
  '    ',
  '> ',
  '|',
  '[',
  '](',
  '<',
  ':',
  'SF: 3\n',
  'Ada: ',
  '---\n',
  '\ufeff',
  '\r\n',
  '\u0000',
  '\ud800',
  '🦜',
  '([x]',
  '\\',
  '&#x;',
  '_',
];

interface Mutation {
  at: number;
  remove: number;
  insert: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
  insert: fc.oneof(fc.constantFrom(...BITS), fc.string({ maxLength: 12 })),
});

function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((current, { at, remove, insert }) => {
    const from = Math.floor(at * current.length);
    return current.slice(0, from) + insert + current.slice(from + remove);
  }, text);
}

/** What holds for every meeting, whatever the file. */
function holds(file: SourceFile, meeting: Meeting): void {
  const lines = file.text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u).length;
  const inFile = (line: number) => line >= 1 && line <= lines;
  const topicLines = new Map(
    meeting.topics.map(({ id, line }, i) => [id, [line, meeting.topics[i + 1]?.line ?? lines + 1] as const]),
  );
  for (const turn of meeting.turns) {
    const [from, to] = topicLines.get(turn.topic ?? '') ?? [0, (meeting.topics[0]?.line ?? lines) + 1];
    expect(turn.line).toBeGreaterThan(from);
    expect(turn.endLine).toBeGreaterThanOrEqual(turn.line);
    expect(turn.endLine).toBeLessThan(to);
  }
  const ids = [...meeting.turns, ...meeting.topics].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const places = [
    meeting.attendees,
    meeting.agenda,
    meeting.topics,
    meeting.turns,
    meeting.decisions,
    meeting.actionItems,
    meeting.mentions,
    meeting.links,
  ];
  for (const { line } of places.flat()) expect(inFile(line)).toBe(true);
  expect(meeting.date === '' || /^\d{4}-\d{2}-\d{2}$/.test(meeting.date)).toBe(true);
}

function survives(notes: readonly SourceFile[], numRuns: number): void {
  fc.assert(
    fc.property(
      fc.constantFrom(...notes),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      ({ path, text }, mutations) => {
        const file = { path, text: mutate(text, mutations) };
        const meeting = parseMeeting(file);
        holds(file, meeting);
        findMentions(meeting, NO_MENTION_NAMES);
        lint(file, meeting);
        const html = renderNotes(file, meeting);
        expect(html).not.toMatch(/<script|<iframe|<img|href="(?:javascript|data|vbscript):| on\w+="/i);
      },
    ),
    { numRuns, seed: 20_270_304 },
  );
}

describe('whatever happens to notes', () => {
  it.each(fixtureNotes())('$path is read as it stands', (file) => {
    holds(file, parseMeeting(file));
  });

  it('fixtures are read, shown and linted without an exception', () => survives(fixtureNotes(), 300));

  it('noise is read, shown and linted without an exception', () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, (parts) => {
        const file = { path: 'noise.md', text: `## Notes\n${parts.join('')}` };
        const meeting = parseMeeting(file);
        holds(file, meeting);
        renderNotes(file, meeting);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.runIf(hasCorpus)('real notes keep what holds for all', () => {
    for (const file of corpusNotes()) holds(file, parseMeeting(file));
  });

  it.runIf(hasCorpus)('real notes survive any mutation', () => survives(corpusNotes(), 150), 120_000);

  it('the same file gives the same meeting', () => {
    for (const file of fixtureNotes()) expect(parseMeeting(file)).toEqual(parseMeeting({ ...file }));
  });
});
