import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadNames, loadNotes } from '../../src/load/index.ts';
import { type Meeting, type ProposalNames, parseMeeting } from '../../src/meetings/index.ts';
import { parseEvent, type Suggestion, suggest } from '../../src/tracker/index.ts';
import { CORPUS } from '../setup/needs.ts';
import { FIXTURE_NAMES, readFixture } from './read-fixture.ts';

const asFile = ({ file, yaml }: Suggestion) => ({ path: file, text: yaml });

describe('suggestions', () => {
  const { input, sources } = readFixture();
  const meetings = input.meetings.map(({ path }) =>
    parseMeeting({ path, text: sources.get(path) ?? '' }, { proposals: FIXTURE_NAMES }),
  );

  it('are none when every decision has its event', () => {
    const decided = meetings.filter(({ date }) => date === '2024-01-10');
    expect(suggest({ meetings: decided, events: input.events, names: FIXTURE_NAMES })).toEqual([]);
  });

  it('are an event to paste for a decision that no event records', () => {
    const events = input.events.filter(({ id }) => id !== '2024-02-14-alpha-phase-3');
    const found = suggest({ meetings, events, names: FIXTURE_NAMES }).filter(({ decision }) =>
      decision.includes('alpha'),
    );
    expect(found).toEqual([
      {
        meeting: '2024-02-14',
        path: 'meetings/2024-02-14.md',
        line: 24,
        decision: 'advancing alpha to phase 3',
        file: 'content/events/2024-02-14-alpha-phase-3.yml',
        yaml: `kind: phase
date: 2024-02-14
title: alpha advances to phase 3
proposal: alpha
phase: 3
basis: vote
outcome: passed
tally: [5, 2, 1, 0, 0]
evidence:
  - meeting: 2024-02-14
    passage: "The vote passes: alpha advances to phase 3."
`,
      },
    ]);
  });

  it('are read as events, and are suggested no more once pasted', () => {
    const all = suggest({ meetings, events: [], names: FIXTURE_NAMES });
    const complete = all.filter(({ yaml }) => !yaml.includes('???'));
    expect(complete.length).toBeGreaterThan(2);
    const events = complete.map((suggestion) => {
      const { value, problems } = parseEvent(asFile(suggestion));
      expect(problems).toEqual([]);
      if (!value) throw new Error(`${suggestion.file} is no event`);
      return value.value;
    });
    const left = suggest({ meetings, events, names: FIXTURE_NAMES });
    expect(left).toEqual(all.filter(({ yaml }) => yaml.includes('???')));
  });

  it('tell a launch from the words of the notes, and mark with question marks what these do not tell', () => {
    const launches = (list: readonly Meeting[]) =>
      suggest({ meetings: list, events: [], names: FIXTURE_NAMES }).filter(({ yaml }) =>
        yaml.startsWith('kind: launch'),
      );
    expect(launches(meetings).map(({ yaml }) => /release: (.*)/.exec(yaml)?.[1])).toEqual([
      'preview-2',
      'wasi-0.3',
    ]);
    const vague = meetings.map((meeting) => ({
      ...meeting,
      topics: [],
      decisions: meeting.decisions.map((decision) => ({
        ...decision,
        subject: 'the launch',
        quote: 'It is launched.',
      })),
    }));
    const [open] = launches(vague);
    expect(open?.yaml).toContain('release: ???');
    expect(open && parseEvent(asFile(open)).problems.map(({ rule, line }) => [rule, line])).toEqual([
      ['tracker/expected-value', 4],
    ]);
  });
});

describe.runIf(existsSync(CORPUS))("suggestions over the subgroup's own notes", () => {
  let names: ProposalNames;
  let meetings: Meeting[];

  beforeAll(async () => {
    names = (await loadNames('content')).value;
    meetings = (await loadNotes([join(CORPUS, 'meetings')], names)).meetings;
  });

  it('can be pasted, but for what is marked as open', () => {
    const all = suggest({ meetings, events: [], names });
    expect(all.length).toBeGreaterThan(30);
    const wrong = all.flatMap((suggestion) =>
      parseEvent(asFile(suggestion)).problems.filter(
        ({ line }) => !suggestion.yaml.split('\n')[line - 1]?.includes('???'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have files of their own', () => {
    const files = suggest({ meetings, events: [], names }).map(({ file }) => file);
    expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
  });
});
