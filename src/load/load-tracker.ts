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
  const read = async <T>(folder: string, parse: (file: SourceFile) => Parsed<Authored<T> | null>) => {
    const files = await folderFiles(join(content, folder), '.yml');
    return files.flatMap((file) => {
      sources.set(file.path, file.text);
      const parsed = parse(file);
      problems.push(...parsed.problems);
      return parsed.value ? [parsed.value] : [];
    });
  };
  const [proposals, criteria, events, coverage] = await Promise.all([
    read('proposals', parseProposal),
    read('criteria', parseCriteria),
    read('events', parseEvent),
    read('.', (file) =>
      file.path.endsWith('coverage.yml') ? parseCoverage(file) : { value: null, problems: [] },
    ),
  ]);
  const linked = link({ proposals, criteria, events, coverage: coverage[0] ?? null, meetings, sources, wit });
  return { value: linked.value, problems: [...problems, ...linked.problems] };
}
