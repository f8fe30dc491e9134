import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseMeeting, parseProposalNames } from '../../src/meetings/index.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { compared } from '../bench/meetings-structure.ts';
import { corpusLabels, corpusNotes, hasCorpus, type Labels, Score } from './corpus.ts';
import { groupNotes, hasGroups } from './groups.ts';
import { compare, isNear, labelledNotes, noCount } from './labelled-notes.ts';

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
});

describe.runIf(hasCorpus)('decisions in labelled notes of every group at hand', () => {
  const near = noCount();
  const others = noCount();
  const not: string[] = [];

  beforeAll(() => {
    for (const { group, file, status, decisions } of labelledNotes()) {
      if (status !== 'held') continue;
      const read = parseMeeting(file, group === 'wasi' ? { proposals } : {});
      compare(decisions, read, isNear(group) ? near : others, (what, line) => {
        if (group === 'wasi' && what === 'missed') not.push(`${file.path}:${line}`);
      });
    }
  });

  it('holds every one of the WASI Subgroup in a decision or a candidate', () => {
    expect(near.real).toBeGreaterThan(90);
    expect(not).toEqual([]);
  });

  it('claims hardly any that is none', () => {
    for (const { right, wrong } of [near, others])
      expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
  });

  it('is certain of most', () => {
    expect(near.right / near.real).toBeGreaterThanOrEqual(0.8);
    expect(others.right / others.real).toBeGreaterThanOrEqual(0.7);
  });

  it('shows a person no more than can be read', () => {
    expect(near.candidates / near.real).toBeLessThanOrEqual(2.5);
    expect(others.candidates / others.real).toBeLessThanOrEqual(4);
  });

  it('reads what was decided, and how', () => {
    for (const { right, outcome, tally, phase, proposal } of [near, others]) {
      for (const facts of [outcome, tally, phase]) expect(facts / right).toBeGreaterThanOrEqual(0.95);
      expect(proposal / right).toBeGreaterThanOrEqual(0.9);
    }
  });
});

describe.runIf(hasGroups)('notes of other groups, against what careful readers found in them', () => {
  it.each([
    ['attendees', 0.95],
    ['speakers', 0.97],
    ['topics', 0.92],
    ['dates', 0.98],
    ['status', 0.98],
    ['action items', 0.75],
  ] as const)('have their %s found with an F1 of at least %d', (field, least) => {
    const found = groupNotes().map(({ file, labels }) => compared(parseMeeting(file), labels).get(field));
    const sum = (of: 'right' | 'extra' | 'missing') =>
      found.reduce((all, one) => all + (one?.[of].length ?? 0), 0);
    expect((2 * sum('right')) / (2 * sum('right') + sum('extra') + sum('missing'))).toBeGreaterThanOrEqual(
      least,
    );
  });
});
