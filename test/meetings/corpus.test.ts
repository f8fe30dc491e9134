import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMeeting, parseProposalNames } from '../../src/meetings/index.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { corpusLabels, corpusNotes, hasCorpus, type Labels, Score } from './corpus.ts';

const path = join(import.meta.dirname, '../../content/proposal-aliases.yml');
const proposals = parseProposalNames({ path, text: readFileSync(path, 'utf8') }).value;

describe.runIf(hasCorpus)('seven years of real notes, against what careful readers found in them', () => {
  let read: { meeting: Meeting; label: Labels }[] = [];

  beforeAll(() => {
    const labels = corpusLabels();
    read = corpusNotes().flatMap((file) => {
      const label = labels[file.path];
      return label ? [{ meeting: parseMeeting(file, { proposals }), label }] : [];
    });
  });

  const score = (wanted: (label: Labels) => string[], got: (meeting: Meeting) => string[]) => {
    const total = new Score();
    for (const { meeting, label } of read) total.add(wanted(label), got(meeting));
    return total.f1;
  };

  it('has status and date right everywhere', () => {
    expect(read.length).toBeGreaterThan(80);
    for (const { meeting, label } of read)
      expect({ path: meeting.path, status: meeting.status, date: meeting.date }).toEqual({
        path: meeting.path,
        status: label.status,
        date: label.date,
      });
  });

  it('finds attendees with an F1 of at least 0.98', () => {
    expect(
      score(
        (label) => label.attendees,
        ({ attendees }) => attendees.map(({ name }) => name),
      ),
    ).toBeGreaterThanOrEqual(0.98);
  });

  it('finds speakers with an F1 of at least 0.97', () => {
    const speakers = ({ turns }: Meeting) => [...new Set(turns.map(({ speaker }) => speaker))];
    expect(score((label) => label.speakers, speakers)).toBeGreaterThanOrEqual(0.97);
  });

  it('finds topics with an F1 of at least 0.95', () => {
    expect(
      score(
        (label) => label.topics,
        ({ topics }) => topics.map(({ title }) => title),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('finds decisions with line, outcome and exact tally with an F1 of at least 0.95', () => {
    const key = ({ line, tally, outcome }: { line: number; tally: object | null; outcome: string }) =>
      `${line} ${JSON.stringify(tally)} ${outcome}`;
    expect(
      score(
        ({ decisions }) => decisions.map(key),
        ({ decisions }) => decisions.map(key),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('knows what was decided and how with an F1 of at least 0.95', () => {
    const key = ({ line, proposal, toPhase, method }: Labels['decisions'][number]) =>
      `${line} ${proposal} ${toPhase} ${method}`;
    expect(
      score(
        ({ decisions }) => decisions.map(key),
        ({ decisions }) => decisions.map(key),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });
});
