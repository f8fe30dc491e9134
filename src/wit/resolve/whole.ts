import type { Ident } from '../syntax/ast.ts';
import { Log } from './log.ts';
import type { InterfaceDef, PackageDef, Resolved, Target, TypeDef, WorldDef } from './resolved.ts';

/** Which features are switched on. */
export interface Features {
  has(feature: string): boolean;
}

/** The packages that are linked so far, and what is known about their types. */
export class Whole implements Resolved {
  // Lists of `Array.of`, as what is in the files is made by constructors: see `ast.ts`.
  readonly packages: PackageDef[] = Array.of();
  readonly interfaces: InterfaceDef[] = Array.of();
  readonly worlds: WorldDef[] = Array.of();
  readonly types: TypeDef[] = Array.of();
  main = -1;
  /** Tells, for each package, what its identifiers refer to. */
  readonly references: ((add: (ident: Ident, target: Target) => void) => void)[] = Array.of();
  /** The interfaces that each interface uses types of, as far as they have been asked for. */
  readonly dependencies = new Map<number, number[]>();
  /** By `ns:name@version`. */
  readonly byName = new Map<string, number>();
  /** All packages there are, linked or not. */
  names: readonly string[] = [];
  /** Packages of which nobody can tell what is in them. */
  doubtful: ReadonlySet<string> = new Set();
  /** For each type: whether it is a resource, by any name. */
  readonly isResource: boolean[] = [];
  /** For each type: whether it holds a borrowed handle. */
  readonly hasBorrow: boolean[] = [];
  readonly features: Features;
  readonly log = new Log();
  #targets: Map<Ident, Target> | undefined;

  constructor(features: Features) {
    this.features = features;
  }

  // Not of an object literal, whose getter would keep all that it closes over alive for long.
  get targets(): ReadonlyMap<Ident, Target> {
    const known = this.#targets;
    if (known) return known;
    const targets = new Map<Ident, Target>();
    for (const tell of this.references) tell((ident, target) => targets.set(ident, target));
    this.#targets = targets;
    return targets;
  }
}

/** Adds a type to the whole and gives its index. */
export function addType(whole: Whole, def: TypeDef, hasBorrow = false): number {
  const { kind } = def;
  const target = kind.kind === 'alias' && typeof kind.type === 'number' ? kind.type : -1;
  whole.isResource.push(kind.kind === 'resource' || whole.isResource[target] === true);
  whole.hasBorrow.push(hasBorrow);
  return whole.types.push(def) - 1;
}
