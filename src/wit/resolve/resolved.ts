import type * as ast from '../syntax/ast.ts';
import type { Place } from '../syntax/ast.ts';
import { externalIdOf, gateOf } from './gates.ts';

export type { Place } from '../syntax/ast.ts';

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

/** A field, a case or a flag. */
export class Part<T> implements Named {
  declare name: string;
  declare place: Place | undefined;
  declare type: T;

  constructor(name: string, place: Place | undefined, type: T) {
    this.name = name;
    this.place = place;
    this.type = type;
  }
}

export type Field = Part<TypeRef>;
export type Case = Part<TypeRef | null>;
export type Flag = Part<undefined>;

/** What a type is made of. A `handle` and the types in angle brackets have no name of their own. */
export type TypeKind =
  | RecordKind
  | CasesKind<'variant', Case>
  | CasesKind<'enum', Flag>
  | FlagsKind
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

export class RecordKind {
  readonly kind = 'record';
  declare fields: Field[];

  constructor(fields: Field[]) {
    this.fields = fields;
  }
}

export class CasesKind<Kind, Each> {
  declare kind: Kind;
  declare cases: Each[];

  constructor(kind: Kind, cases: Each[]) {
    this.kind = kind;
    this.cases = cases;
  }
}

export class FlagsKind {
  readonly kind = 'flags';
  declare flags: Flag[];

  constructor(flags: Flag[]) {
    this.flags = flags;
  }
}

export type Owner = { interface: number } | { world: number } | null;

export class TypeDef {
  declare name: string | null;
  declare kind: TypeKind;
  declare owner: Owner;
  declare gate?: Gate;
  declare place?: Place;
  /** The declaration, or the `use` that brought the type in. */
  declare decl?: ast.TypeDecl | ast.Use;
  declare externalId?: string;

  constructor(
    name: string | null,
    kind: TypeKind,
    owner: Owner,
    gate?: Gate,
    place?: Place,
    decl?: ast.TypeDecl | ast.Use,
    externalId?: string,
  ) {
    this.name = name;
    this.kind = kind;
    this.owner = owner;
    this.gate = gate;
    this.place = place;
    this.decl = decl;
    this.externalId = externalId;
  }
}

export type FuncKind = 'freestanding' | 'method' | 'static' | 'constructor';

export class FuncDef {
  /** As the component model spells it: `get`, `[method]fields.get`. */
  declare name: string;
  declare kind: FuncKind;
  declare async: boolean;
  /** The resource that it belongs to, an index in `Resolved.types`. */
  declare resource?: number;
  declare params: { name: string; type: TypeRef }[];
  declare result: TypeRef | null;
  declare gate?: Gate;
  declare externalId?: string;
  declare place?: Place;
  declare decl?: ast.FuncDecl | ast.ResourceFunc | ast.Extern;

  constructor(
    name: string,
    kind: FuncKind,
    isAsync: boolean,
    resource: number | undefined,
    params: FuncDef['params'],
    result: TypeRef | null,
    decl: NonNullable<FuncDef['decl']>,
    place: Place,
  ) {
    this.name = name;
    this.kind = kind;
    this.async = isAsync;
    this.resource = resource;
    this.params = params;
    this.result = result;
    this.gate = gateOf(decl.attributes);
    this.externalId = externalIdOf(decl.attributes);
    this.place = place;
    this.decl = decl;
  }
}

export class InterfaceDef {
  /** Null for an interface in place, `import x: interface { .. }`. */
  declare name: string | null;
  types = new Map<string, number>();
  functions = new Map<string, FuncDef>();
  package = -1;
  declare gate?: Gate;
  declare place?: Place;
  declare decl?: ast.InterfaceDecl | ast.Extern;
  /** The interface in place that it is a copy of, made by `include`. */
  declare cloneOf?: number;

  constructor(name: string | null, place: Place, decl: InterfaceDef['decl']) {
    this.name = name;
    this.gate = decl && gateOf(decl.attributes);
    this.place = place;
    this.decl = decl;
  }
}

/** The key is a name, or the index of an interface that is imported or exported by its own name. */
export type WorldKey = string | number;

export type WorldEntry = InterfaceEntry | FunctionEntry | TypeEntry;

export class InterfaceEntry {
  readonly kind = 'interface';
  declare interface: number;
  declare place?: Place;
  declare gate?: Gate;
  declare externalId?: string;
  /** What imports or exports it by its path; absent on interfaces in place and on what others depend on. */
  declare decl?: ast.Extern;

  constructor(id: number, gate?: Gate, place?: Place, externalId?: string, decl?: ast.Extern) {
    this.interface = id;
    this.place = place;
    this.gate = gate;
    this.externalId = externalId;
    this.decl = decl;
  }
}

export class FunctionEntry {
  readonly kind = 'function';
  declare function: FuncDef;
  declare place?: Place;

  constructor(func: FuncDef) {
    this.function = func;
    this.place = func.place;
  }
}

export class TypeEntry {
  readonly kind = 'type';
  declare type: number;
  declare place?: Place;

  constructor(type: number, place: Place) {
    this.type = type;
    this.place = place;
  }
}

export class WorldDef {
  declare name: string;
  /** Elaborated: with everything that includes and dependencies bring in, in dependency order. */
  imports = new Map<WorldKey, WorldEntry>();
  exports = new Map<WorldKey, WorldEntry>();
  package = -1;
  declare gate?: Gate;
  declare place?: Place;
  declare decl?: ast.WorldDecl;
  /** The worlds that it includes, as indices in `Resolved.worlds`. */
  includes: number[] = [];

  constructor(name: string, place: Place, decl: ast.WorldDecl | undefined) {
    this.name = name;
    this.gate = decl && gateOf(decl.attributes);
    this.place = place;
    this.decl = decl;
  }
}

export class PackageDef {
  declare namespace: string;
  declare name: string;
  declare version?: string;
  /** `ns:name@version`. */
  declare id: string;
  interfaces = new Map<string, number>();
  worlds = new Map<string, number>();
  /** The files that declare it, or the file that it is nested in. */
  declare files: ast.Ast[];
  declare headers: (ast.PackageHeader | ast.NestedPackage)[];
  declare place: Place;

  constructor(
    { namespace, name, version }: ast.PackageId,
    id: string,
    files: ast.Ast[],
    headers: PackageDef['headers'],
    place: Place,
  ) {
    this.namespace = namespace.name;
    this.name = name.name;
    this.version = version?.text;
    this.id = id;
    this.files = files;
    this.headers = headers;
    this.place = place;
  }
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
