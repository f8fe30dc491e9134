import type * as z from 'zod';
import type { Parsed, SourceFile } from '../problem.ts';
import { type Authored, type ReadOptions, readYaml } from '../schema/index.ts';
import { coverage } from './model/coverage.ts';
import { criteriaSet } from './model/criteria.ts';
import { writtenEvent } from './model/events.ts';
import { proposal } from './model/proposal.ts';
import { reviews } from './model/reviews.ts';
import type { TrackerEvent } from './model.ts';

const OPTIONS: ReadOptions = { rule: (kind) => `tracker/${kind}` };

/** Reads a file of a content folder as its schema says. */
function parserOf<S extends z.ZodType>(schema: S) {
  return (file: SourceFile) => readYaml(file, schema, OPTIONS);
}

/** Reads `content/proposals/<id>.yml`. */
export const parseProposal = parserOf(proposal);

/** Reads `content/criteria/<id>.yml`. */
export const parseCriteria = parserOf(criteriaSet);

/** Reads `content/coverage.yml`: which notes were read in full, so that absence means something. */
export const parseCoverage = parserOf(coverage);

/** Reads `content/reviews.yml`: what a person said of passages that may be decisions. */
export const parseReviews = (file: SourceFile) => readYaml(file, reviews, { ...OPTIONS, empty: [] });

/** Reads `content/events/<date>-<slug>.yml`; the file's name is the event's id. */
export function parseEvent(file: SourceFile): Parsed<Authored<TrackerEvent> | null> {
  const { value: read, problems } = readYaml(file, writtenEvent, OPTIONS);
  if (!read) return { value: null, problems };
  const id = file.path.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  const { date } = read.value;
  if (!id.startsWith(`${date}-`)) {
    problems.push({
      rule: 'tracker/file-name',
      severity: 'error',
      message: `expected a file named ${date}-<what-happened>.yml, found ${id}.yml`,
      path: file.path,
      ...read.spanOf('date'),
    });
  }
  return { value: { ...read, value: { id, ...read.value } }, problems };
}
