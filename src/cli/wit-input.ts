import { existsSync } from 'node:fs';
import type { WitLoader } from '../load/index.ts';
import type { Problem } from '../problem.ts';
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
  const { value, problems } = check(loader.load(path, deps).groups, options);
  return { resolved: value, problems };
}

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
