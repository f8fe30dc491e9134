import { join } from 'node:path';
import type { Meeting } from '../meetings/index.ts';
import type { Parsed, Problem, SourceFile } from '../problem.ts';
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
} from '../tracker/index.ts';
import { folderFiles } from './folder-files.ts';

/** What the tracker is told by others: the meetings with their texts, and what the WIT packages show. */
export interface Surroundings {
  meetings: Meeting[];
  /** Text by path; the files read here are added. */
  sources: Map<string, string>;
  wit: WitFacts[];
}

/** Reads `proposals/`, `criteria/`, `events/` and `coverage.yml` of a content folder and checks them together. */
export async function loadTracker(
  content: string,
  { meetings, sources, wit }: Surroundings,
): Promise<Parsed<TrackerInput>> {
  const problems: Problem[] = [];
  const unread = new Set<TrackerFolder>();
  const parse = <T>(file: SourceFile, parser: (file: SourceFile) => Parsed<Authored<T> | null>) => {
    sources.set(file.path, file.text);
    const parsed = parser(file);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const read = async <T>(folder: TrackerFolder, parser: (file: SourceFile) => Parsed<Authored<T> | null>) => {
    const values = (await folderFiles(join(content, folder), /\.ya?ml$/)).map((file) => parse(file, parser));
    if (values.includes(null)) unread.add(folder);
    return values.filter((value) => value !== null);
  };
  const [proposals, criteria, events, [coverage]] = await Promise.all([
    read('proposals', parseProposal),
    read('criteria', parseCriteria),
    read('events', parseEvent),
    folderFiles(content, /^coverage\.ya?ml$/),
  ]);
  const linked = link({
    proposals,
    criteria,
    events,
    coverage: coverage ? parse(coverage, parseCoverage) : null,
    meetings,
    sources,
    wit,
    unread: [...unread],
  });
  return { value: linked.value, problems: [...problems, ...linked.problems] };
}
