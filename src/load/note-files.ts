import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parsed, Problem, SourceFile } from '../problem.ts';
import type { Place } from './group/git-place.ts';
import { readText } from './read-text.ts';
import { unreadableFile, unreadableFolder } from './unreadable-file.ts';

/** Reads the Markdown files at or below each place, in the order given and then by name. Throws when a path does not exist. */
export async function noteFiles(places: readonly Place[]): Promise<Parsed<SourceFile[]>> {
  const problems: Problem[] = [];
  const found = await Promise.all(
    places.map((place) => (typeof place === 'string' ? markdownBelow(place, problems) : [])),
  );
  const inGit = await Promise.all(
    places.map((place) => (typeof place === 'string' ? NOTHING : place.texts(isNote))),
  );
  problems.push(...inGit.flatMap((one) => one.problems));
  const files = await Promise.all(
    [...new Set(found.flat())].map(async (path) => {
      try {
        const read = await readText(path);
        problems.push(...read.problems);
        return read.value;
      } catch (error) {
        // One file that cannot be read must not take the others with it.
        problems.push(unreadableFile(path, error));
        return undefined;
      }
    }),
  );
  const onDisk = files.filter((file) => file !== undefined);
  return { value: [...onDisk, ...inGit.flatMap(({ value }) => value)], problems };
}

const NOTHING: Parsed<SourceFile[]> = { value: [], problems: [] };

function isNote(path: string): boolean {
  return path.endsWith('.md') && !/(?:^|\/)README\.md$/.test(path);
}

async function markdownBelow(path: string, problems: Problem[]): Promise<string[]> {
  const info = await stat(path).catch(() => {
    throw new Error(`no file or folder "${path}"`);
  });
  return info.isDirectory() ? (await markdownIn(path, problems, new Set())).sort() : [path];
}

/**
 * @param problems takes the folders that cannot be read.
 * @param seen the folders that were looked into: links may lead in a circle.
 */
async function markdownIn(folder: string, problems: Problem[], seen: Set<string>): Promise<string[]> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    names = await readdir(folder);
  } catch (error) {
    problems.push(unreadableFolder(folder, error));
    return [];
  }
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory()) {
      if (name !== 'node_modules') found.push(...(await markdownIn(path, problems, seen)));
    } else if (isNote(name)) found.push(path);
  }
  return found;
}
