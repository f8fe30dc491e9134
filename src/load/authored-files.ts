import type * as z from 'zod';
import { about, expectations } from '../examples/authored.ts';
import { frontMatter, people, proposalAliases } from '../meetings/schemas.ts';
import { type JsonSchema, jsonSchema } from '../schema/index.ts';
import { coverage, criteriaSet, proposal, reviews, writtenEvent } from '../tracker/schemas.ts';

/** A kind of file that people write. */
export interface AuthoredFile {
  /** Where such files are, in a checkout. */
  place: string;
  title: string;
  schema: z.ZodType;
}

/** Everything that people write as YAML, by the name of its JSON Schema. */
export const AUTHORED_FILES: Record<string, AuthoredFile> = {
  event: { place: 'content/events/<date>-<what-happened>.yml', title: 'Event', schema: writtenEvent },
  proposal: { place: 'content/proposals/<id>.yml', title: 'Proposal', schema: proposal },
  criteria: { place: 'content/criteria/<id>.yml', title: 'Set of criteria', schema: criteriaSet },
  coverage: { place: 'content/coverage.yml', title: 'Coverage', schema: coverage },
  reviews: { place: 'content/reviews.yml', title: 'Reviews', schema: reviews },
  people: { place: 'content/people.yml', title: 'People', schema: people },
  'proposal-aliases': {
    place: 'content/proposal-aliases.yml',
    title: 'Other names of proposals',
    schema: proposalAliases,
  },
  minutes: {
    place: 'the head of content/meetings/<date>.md',
    title: 'Front matter of minutes',
    schema: frontMatter,
  },
  example: {
    place: 'the head of runnable-examples/<id>/README.md',
    title: 'Front matter of an example',
    schema: about,
  },
  expected: {
    place: 'runnable-examples/<id>/expected.yml',
    title: 'What an example prints',
    schema: expectations,
  },
};

/** The JSON Schema of each, as an editor checks it while somebody writes. */
export function authoredSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(AUTHORED_FILES).map(([name, { title, schema }]) => [
      name,
      jsonSchema(schema, title, 'input'),
    ]),
  );
}
