import { existsSync } from 'node:fs';
import type { WitLoader } from '../load/index.ts';
import { byPlace, type Problem } from '../problem.ts';
import { check, type Resolved, type ResolveOptions } from '../wit/index.ts';
import { type Flags, UsageError } from './command.ts';

/** What was found at a path: the packages, and every problem in them. */
export interface CheckedWit {
  resolved: Resolved;
  problems: Problem[];
}

/** Loads and checks the WIT at a path. `loader` keeps files, so that they are read once for many paths. */
export function checkWit(
  loader: WitLoader,
  path: string,
  deps: readonly string[],
  options: ResolveOptions = {},
): CheckedWit {
  for (const each of [path, ...deps])
    if (!existsSync(each)) throw new UsageError(`${each}: no such file or folder`);
  const { groups, problems: unread } = loader.load(path, deps);
  if (groups[0]?.length === 0) return { resolved: NOTHING, problems: unread };
  const { value, problems } = check(groups, options);
  // What is not found may well be in a binary that could not be read: one mistake, one problem.
  const isBinary = unread.length > 0;
  const told = isBinary ? problems.filter(({ rule }) => rule !== 'wit/package-not-found') : problems;
  return { resolved: value, problems: [...unread, ...told].sort(byPlace) };
}

const NOTHING: Resolved = {
  packages: [],
  interfaces: [],
  worlds: [],
  types: [],
  main: -1,
  targets: new Map(),
};

/** The values of a flag that may be given several times. */
export function flagValues(value: Flags[string]): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** The features named by `--features a,b` and `--all-features`. */
export function featureOptions(flags: Flags): ResolveOptions {
  const features = flagValues(flags.features).flatMap((list) =>
    list.split(/[\s,]+/).filter((name) => name !== ''),
  );
  return { features, allFeatures: flags['all-features'] === true };
}
