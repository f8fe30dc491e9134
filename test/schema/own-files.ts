import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACES: Record<string, RegExp> = {
  event: /^content\/events\/.*\.yml$/,
  proposal: /^content\/proposals\/.*\.yml$/,
  criteria: /^content\/criteria\/.*\.yml$/,
  reviews: /^content\/reviews\.yml$/,
  coverage: /^content\/coverage\.yml$/,
  people: /^content\/people\.yml$/,
  'proposal-aliases': /^content\/proposal-aliases\.yml$/,
  minutes: /^content\/meetings\/.*\.md$/,
  example: /^runnable-examples\/[^/]*\/README\.md$/,
  expected: /^runnable-examples\/[^/]*\/expected\.yml$/,
};

/** The project's own files of a kind, each with its YAML. */
export function ownFiles(root: string, kind: string): { path: string; yaml: string }[] {
  return ['content', 'runnable-examples']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => PLACES[kind]?.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, yaml: path.endsWith('.md') ? (/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? '') : text };
    });
}
