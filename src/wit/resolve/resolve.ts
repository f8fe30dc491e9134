import type { Parsed } from '../../problem.ts';
import type { Ast } from '../syntax/ast.ts';
import { draftPackage } from './draft.ts';
import { linkPackage } from './link.ts';
import { orderPackages } from './order.ts';
import type { Resolved } from './resolved.ts';
import { gatherPackages } from './sources.ts';
import { Whole } from './whole.ts';

export interface ResolveOptions {
  /** Features of `@unstable` items that are switched on. */
  features?: Iterable<string>;
  /** Switches all features on, as documentation wants it. */
  allFeatures?: boolean;
}

/**
 * Follows every name to its definition, lists what each world needs, and checks all rules that one file alone
 * does not decide. Never throws on content: problems are told and what they touch is `unknown`.
 * @param groups the files of the package that is asked for, then of each folder or file that may hold its
 *   dependencies. The files of a folder form one package; packages nested in a file come along.
 */
export function resolve(groups: readonly (readonly Ast[])[], options: ResolveOptions = {}): Parsed<Resolved> {
  const features = options.allFeatures ? { has: () => true } : new Set(options.features);
  const whole = new Whole(features);
  const { log } = whole;
  const sources = gatherPackages(groups, log);
  const drafts = sources.map((source) => draftPackage(source, log));
  const ordered = orderPackages(drafts, log);
  whole.doubtful = ordered.doubtful;
  whole.names = sources.map(({ text }) => text);
  for (const draft of ordered.drafts) {
    linkPackage(whole, draft);
    if (draft.source.group === 0 && draft.source.isMain) whole.main = whole.packages.length - 1;
  }
  return { value: whole, problems: log.problems };
}
