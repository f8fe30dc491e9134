import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProposalNames, parseMeeting } from '../../src/meetings/index.ts';
import type { Parsed, Problem, SourceFile } from '../../src/problem.ts';
import {
  type Authored,
  link,
  parseCoverage,
  parseCriteria,
  parseEvent,
  parseProposal,
  type TrackerFolder,
  type TrackerInput,
  type WitFacts,
} from '../../src/tracker/index.ts';

/** The proposals of the fixtures have no other names. */
export const FIXTURE_NAMES: ProposalNames = new Map(
  ['alpha', 'beta', 'gamma', 'delta'].map((id) => [id, id]),
);

const FIXTURES = join(import.meta.dirname, '../fixtures/tracker');

export interface Fixture {
  input: TrackerInput;
  problems: Problem[];
  sources: Map<string, string>;
}

/** The base content with a fixture's own files laid over it; a file of the same name replaces the base's. */
export function readFixture(folder?: string): Fixture {
  const files = new Map([...filesOf('base'), ...(folder ? filesOf(folder) : [])]);
  const problems: Problem[] = [];
  const sources = new Map([...files.values()].map(({ path, text }) => [path, text]));
  const below = (kind: string) =>
    [...files].filter(([name]) => name.startsWith(kind)).map(([, file]) => file);
  const unread: TrackerFolder[] = [];
  const parse = <T>(file: SourceFile, parser: (file: SourceFile) => Parsed<Authored<T> | null>) => {
    const parsed = parser(file);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const read = <T>(folder: TrackerFolder, parser: (file: SourceFile) => Parsed<Authored<T> | null>) =>
    below(`${folder}/`).flatMap((file) => {
      const value = parse(file, parser);
      if (!value) unread.push(folder);
      return value ?? [];
    });
  const linked = link({
    proposals: read('proposals', parseProposal),
    criteria: read('criteria', parseCriteria),
    events: read('events', parseEvent),
    coverage: below('coverage.yml').map((file) => parse(file, parseCoverage))[0] ?? null,
    unread,
    meetings: below('meetings/').map((file) => parseMeeting(file, { proposals: FIXTURE_NAMES })),
    sources,
    wit: witOf(files.get('wit.json')),
  });
  return { input: linked.value, problems: [...problems, ...linked.problems], sources };
}

function filesOf(folder: string): [name: string, file: SourceFile][] {
  const names = readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(md|yml|json)$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FIXTURES, folder, name), 'utf8');
      return [name, { path: name, text }];
    });
}

function witOf(file: SourceFile | undefined): WitFacts[] {
  return file ? JSON.parse(file.text) : [];
}
