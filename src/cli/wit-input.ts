import { existsSync } from 'node:fs';
import { STANDARD_INPUT, type WitGroup, type WitLoader } from '../load/index.ts';
import type { Problem } from '../problem.ts';
import { type CheckOptions, check, type Resolved, type ResolveOptions } from '../wit/index.ts';
import { texts, toggle } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Where dependencies are looked up. */
export const depsOption = texts('DIR', 'a folder of packages in which dependencies are looked up');

/** The options that name feature gates. */
export const FEATURE_OPTIONS = {
  features: texts('a,b', 'features that are switched on'),
  'all-features': toggle('every feature is switched on'),
};

/** What was found at a path: the packages, and every problem in them. */
export interface CheckedWit {
  groups: WitGroup[];
  resolved: Resolved;
  problems: Problem[];
}

/** Loads and checks the WIT at a path. `loader` keeps files, so that they are read once for many paths. */
export function checkWit(
  loader: WitLoader,
  path: string,
  deps: readonly string[],
  options: CheckOptions = {},
): CheckedWit {
  for (const each of [path, ...deps])
    if (each !== STANDARD_INPUT && !existsSync(each)) {
      throw new UsageError(`${each}: no such file or folder`);
    }
  const { groups } = loader.load(path, deps);
  const { value, problems } = check(groups, options);
  return { groups, resolved: value, problems };
}

/** The features named by `--features a,b` and `--all-features`. */
export function featureOptions(values: { features: string[]; 'all-features': boolean }): ResolveOptions {
  const features = values.features.flatMap((list) => list.split(/[\s,]+/).filter((name) => name !== ''));
  return { features, allFeatures: values['all-features'] };
}
