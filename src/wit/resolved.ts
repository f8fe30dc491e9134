import type * as ast from './ast.ts';
import type { Place } from './ast.ts';

export type { Place } from './ast.ts';

/** When an item is there: since a version, or only with a feature switched on; perhaps deprecated since. */
export interface Gate {
  since?: string;
  unstable?: string;
  deprecated?: string;
}

/** A primitive, or an index in `Resolved.types`; `unknown` where the type could not be resolved. */
export type TypeRef = ast.Primitive | 'unknown' | number;

export interface Named {
  name: string;
  /** Absent on what no file declares. */
  place?: Place;
}

export interface Field extends Named {
  type: TypeRef;
}

export interface Case extends Named {
  type: TypeRef | null;
}

export type Flag = Named;

/** What a type is made of. A `handle` and the types in angle brackets have no name of their own. */
export type TypeKind =
  | { kind: 'record'; fields: Field[] }
  | { kind: 'variant'; cases: Case[] }
  | { kind: 'enum'; cases: Flag[] }
  | { kind: 'flags'; flags: Flag[] }
  | { kind: 'resource' }
  | { kind: 'own' | 'borrow'; resource: number }
  | { kind: 'list'; element: TypeRef; size?: number }
  | { kind: 'map'; key: TypeRef; value: TypeRef }
  | { kind: 'tuple'; types: TypeRef[] }
  | { kind: 'option'; type: TypeRef }
  | { kind: 'result'; ok: TypeRef | null; err: TypeRef | null }
  | { kind: 'future'; type: TypeRef | null }
  | { kind: 'stream'; type: TypeRef | null }
  /** Another name for a type: `type a = b;`, or a `use`, whose owner differs from its target's. */
  | { kind: 'alias'; type: TypeRef }
  /** Only while resolving: a type of another package that is not linked yet. */
  | { kind: 'foreign' };

export type Owner = { interface: number } | { world: number } | null;

export interface TypeDef {
  name: string | null;
  kind: TypeKind;
  owner: Owner;
  gate?: Gate;
  externalId?: string;
  place?: Place;
  /** The declaration, or the `use` that brought the type in. */
  decl?: ast.TypeDecl | ast.Use;
}

export type FuncKind = 'freestanding' | 'method' | 'static' | 'constructor';

export interface FuncDef {
  /** As the component model spells it: `get`, `[method]fields.get`. */
  name: string;
  kind: FuncKind;
  async: boolean;
  /** The resource that it belongs to, an index in `Resolved.types`. */
  resource?: number;
  params: { name: string; type: TypeRef }[];
  result: TypeRef | null;
  gate?: Gate;
  externalId?: string;
  place?: Place;
  decl?: ast.FuncDecl | ast.ResourceFunc | ast.Extern;
}

export interface InterfaceDef {
  /** Null for an interface in place, `import x: interface { .. }`. */
  name: string | null;
  types: Map<string, number>;
  functions: Map<string, FuncDef>;
  package: number;
  gate?: Gate;
  place?: Place;
  decl?: ast.InterfaceDecl | ast.Extern;
}

/** The key is a name, or the index of an interface that is imported or exported by its own name. */
export type WorldKey = string | number;

export type WorldEntry =
  | {
      kind: 'interface';
      interface: number;
      /** The named interface behind `import label: path`. */
      implements?: number;
      gate?: Gate;
      externalId?: string;
      place?: Place;
    }
  | { kind: 'function'; function: FuncDef; place?: Place }
  | { kind: 'type'; type: number; place?: Place };

export interface WorldDef {
  name: string;
  /** Elaborated: with everything that includes and dependencies bring in, in dependency order. */
  imports: Map<WorldKey, WorldEntry>;
  exports: Map<WorldKey, WorldEntry>;
  package: number;
  gate?: Gate;
  place?: Place;
  decl?: ast.WorldDecl;
  /** The worlds that it includes, as indices in `Resolved.worlds`. */
  includes: number[];
}

export interface PackageDef {
  namespace: string;
  name: string;
  version?: string;
  /** `ns:name@version`. */
  id: string;
  interfaces: Map<string, number>;
  worlds: Map<string, number>;
  /** The files that declare it, or the file that it is nested in. */
  files: ast.Ast[];
  headers: (ast.PackageHeader | ast.NestedPackage)[];
  place: Place;
}

/** What an identifier in a file refers to. */
export type Target = { type: number } | { interface: number } | { world: number };

/**
 * Packages with every name followed to its definition. Indices and order are those of the reference tool:
 * packages after what they depend on, types after the types they are made of.
 */
export interface Resolved {
  packages: PackageDef[];
  interfaces: InterfaceDef[];
  worlds: WorldDef[];
  types: TypeDef[];
  /** The package that was asked for, an index in `packages`; -1 when it could not be resolved. */
  main: number;
  /** What each identifier node of the files refers to. Put together when first asked for. */
  readonly targets: ReadonlyMap<ast.Ident, Target>;
}
