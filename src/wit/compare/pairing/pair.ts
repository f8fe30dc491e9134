import type {
  FuncDef,
  Gate,
  InterfaceDef,
  PackageDef,
  Place,
  Resolved,
  TypeDef,
  WorldDef,
  WorldEntry,
} from '../../resolve/resolved.ts';

/** Whose view a comparison takes; see `compare`. */
export type Perspective = 'guest' | 'host' | 'component';

/** What worlds do with an interface. One that no world reaches is judged as imported: anybody's world may import it. */
export interface Role {
  imported: boolean;
  exported: boolean;
  /** Whether a world of either version imports or exports it. */
  reached: boolean;
}

/** A package that is used on another track: what is imported of it has another name. */
export interface Step {
  /** `wasi:io`. */
  package: string;
  old: string;
  new: string;
}

/** The two versions of one thing, either of which may be missing. */
interface Sides<T> {
  old?: T;
  new?: T;
}

interface Common {
  /** `wasi:http/types.fields.get`, without a version. */
  address: string;
  places: Sides<Place>;
  /** The thing's own gate. */
  gates: Sides<Gate>;
  /** Whether it, or something it stands in, is `@unstable`. */
  unstable: { old: boolean; new: boolean };
  role: Role;
  /** Whether a component that uses the rest of the interface links to it; dead types are left out of components. */
  linked: { old: boolean; new: boolean };
  /** True when what it stands in is in both versions: else only the container is worth a word. */
  containerStays: boolean;
}

export type Pair = Common &
  (
    | ({ kind: 'package' } & Sides<PackageDef>)
    | ({ kind: 'world' } & Sides<WorldDef>)
    | ({ kind: 'interface' } & Sides<InterfaceDef>)
    | ({ kind: 'function' } & Sides<FuncDef>)
    | ({ kind: 'type' } & Sides<TypeDef>)
    | ({
        kind: 'entry';
        direction: 'import' | 'export';
        label: string;
        world: string;
        step?: Step;
      } & Sides<WorldEntry>)
  );

export type PairOf<K extends Pair['kind']> = Extract<Pair, { kind: K }>;

/** What a comparison is about. */
export interface Versions {
  old: Resolved;
  new: Resolved;
  /** Resources of another package are the same whatever its version. */
  anyTrack?: boolean;
}

export interface ComparedVersions extends Versions {
  perspective: Perspective;
  /** Only this world counts, by name. */
  world?: string;
}

/** What happened to a thing. */
export type Change = 'added' | 'removed' | 'changed';

/** What happened to the pair as a whole; undefined when both versions are there. */
export function existence(pair: Pair): 'added' | 'removed' | undefined {
  if (pair.old === undefined) return 'added';
  return pair.new === undefined ? 'removed' : undefined;
}
