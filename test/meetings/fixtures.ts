import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/problem.ts';

const ROOT = join(import.meta.dirname, '../fixtures/meetings');

/** The notes kept as fixtures, by path below their folder. */
export function fixtureNotes(folder = '.'): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
}
