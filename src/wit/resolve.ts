import type { Parsed } from '../problem.ts';
import type { Ast, Ident } from './ast.ts';
import { draftPackage } from './resolve/draft.ts';
import { linkPackage, type Whole } from './resolve/link.ts';
import { Log } from './resolve/log.ts';
import { orderPackages } from './resolve/order.ts';
import { gatherPackages } from './resolve/sources.ts';
import type { Resolved, Target } from './resolved.ts';

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
  const log = new Log();
  const features = new Set(options.features);
  const whole: Whole = {
    packages: [],
    interfaces: [],
    worlds: [],
    types: [],
    main: -1,
    references: [],
    dependencies: new Map(),
    byName: new Map(),
    names: [],
    doubtful: new Set(),
    isResource: [],
    hasBorrow: [],
    features: options.allFeatures ? { has: () => true } : features,
    log,
  };
  const sources = gatherPackages(groups, log);
  const drafts = sources.map((source) => draftPackage(source, log));
  const ordered = orderPackages(drafts, log);
  whole.doubtful = ordered.doubtful;
  whole.names = sources.map(({ text }) => text);
  for (const draft of ordered.drafts) {
    linkPackage(whole, draft);
    if (draft.source.group === 0 && draft.source.isMain) whole.main = whole.packages.length - 1;
  }
  return { value: new ResolvedPackages(whole), problems: log.problems };
}

/** The targets are put together when first asked for. A getter of a class, since one of a literal makes the engine keep what it closes over for long. */
class ResolvedPackages implements Resolved {
  readonly packages;
  readonly interfaces;
  readonly worlds;
  readonly types;
  readonly main;
  #references: Whole['references'];
  #targets: Map<Ident, Target> | undefined;

  constructor({ packages, interfaces, worlds, types, main, references }: Whole) {
    this.packages = packages;
    this.interfaces = interfaces;
    this.worlds = worlds;
    this.types = types;
    this.main = main;
    this.#references = references;
  }

  get targets(): ReadonlyMap<Ident, Target> {
    this.#targets ??= targetsOf(this.#references);
    return this.#targets;
  }
}

function targetsOf(references: Whole['references']): Map<Ident, Target> {
  const targets = new Map<Ident, Target>();
  for (const tell of references) tell((ident, target) => targets.set(ident, target));
  return targets;
}
