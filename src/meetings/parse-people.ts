import * as z from 'zod';
import type { Parsed, SourceFile } from '../problem.ts';
import { readYaml, text } from '../schema/index.ts';

const person = z.strictObject({
  name: text().describe('The name to show.'),
  aliases: z.array(text()).default([]).describe('What else notes call them: names, handles, initials.'),
  leaveOut: z
    .boolean()
    .default(false)
    .describe('`true` for somebody who asked to have no page of their own. The notes stay as they are.'),
});

/** `content/people.yml`: people whom notes write in ways that their names do not explain. */
export const people = z.array(person);

export type KnownPerson = z.infer<typeof person>;

/** Reads the alias file; who is right in it is kept although others are not. */
export function parsePeople(file: SourceFile): Parsed<KnownPerson[]> {
  const { value, problems } = readYaml(file, people, {
    rule: () => 'meetings/people',
    hint: 'Write a list; each entry has a name, and may have aliases (a list) and leaveOut (true or false).',
    empty: [],
    keepRest: true,
  });
  return { value: value?.value ?? [], problems };
}
