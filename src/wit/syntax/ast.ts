import type { SourceFile } from '../../problem.ts';
import type { TokenList } from './lex.ts';

// What is made in great number is made by a constructor. Engines put what many object literals of one place in the
// code have made among what lives long, once most of it was still in use when memory was tidied; and from there a
// single name keeps its file, with all that was read of it.

/** A range of a file's text in UTF-16 code units; the end is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A range of one of several files. */
export interface Place extends Range {
  file: Ast;
}

export class SourceRange implements Place {
  declare file: Ast;
  declare start: number;
  declare end: number;

  constructor(file: Ast, { start, end }: Range) {
    this.file = file;
    this.start = start;
    this.end = end;
  }
}

/** A name as it counts, without the `%`; its place includes the `%`. */
export class Ident implements Place {
  declare name: string;
  declare start: number;
  declare end: number;
  declare file: Ast;

  constructor(name: string, start: number, end: number, file: Ast) {
    this.name = name;
    this.start = start;
    this.end = end;
    this.file = file;
  }
}

export class Version implements Range {
  declare start: number;
  declare end: number;
  declare text: string;

  constructor(start: number, end: number, text: string) {
    this.start = start;
    this.end = end;
    this.text = text;
  }
}

/** `ns:name@version`. */
export class PackageId implements Range {
  declare namespace: Ident;
  declare name: Ident;
  declare version?: Version;
  declare start: number;
  declare end: number;

  constructor(namespace: Ident, name: Ident, version: Version | undefined, start: number, end: number) {
    this.namespace = namespace;
    this.name = name;
    this.version = version;
    this.start = start;
    this.end = end;
  }
}

/** `@since(version = ..)` and the like. The range begins after the `@`. */
export type Attribute =
  | VersionAttribute
  | FeatureAttribute
  | (Range & { kind: 'external-id'; value: string });

export class VersionAttribute implements Range {
  declare kind: 'since' | 'deprecated';
  declare version: Version;
  declare start: number;
  declare end: number;

  constructor(kind: 'since' | 'deprecated', version: Version, start: number, end: number) {
    this.kind = kind;
    this.version = version;
    this.start = start;
    this.end = end;
  }
}

export class FeatureAttribute implements Range {
  declare kind: 'unstable';
  declare feature: Ident;
  declare start: number;
  declare end: number;

  constructor(feature: Ident, start: number, end: number) {
    this.kind = 'unstable';
    this.feature = feature;
    this.start = start;
    this.end = end;
  }
}

export const NO_ATTRIBUTES: readonly Attribute[] = [];

/**
 * What every declaration has. Its range runs from its attributes, or first word, to its end; the comments above
 * it are found by its start.
 */
export interface Declared extends Range {
  attributes: readonly Attribute[];
  /** Where the declaration itself begins, after its attributes. */
  word: number;
}

/** One file, read. Always a value, whatever the text was. */
export class Ast {
  readonly source: SourceFile;
  readonly tokens: TokenList;
  /** What each token stands for, by index; see `roles.ts`. */
  readonly roles: Uint8Array;
  /** `package ns:name@version;` at the top of the file. */
  header: PackageHeader | undefined = undefined;
  /** Whether there is a header that could not be read. */
  hasBadHeader = false;
  items: TopLevelItem[] = [];
  /** Names that stand in text which could not be read: references to them are not reported. */
  readonly lost = new Set<string>();

  constructor(source: SourceFile, tokens: TokenList) {
    this.source = source;
    this.tokens = tokens;
    this.roles = new Uint8Array(tokens.kinds.length);
  }
}

export class PackageHeader implements Declared {
  readonly attributes = NO_ATTRIBUTES;
  declare id: PackageId;
  declare start: number;
  declare word: number;
  declare end: number;

  constructor(id: PackageId, start: number, end: number) {
    this.id = id;
    this.start = start;
    this.word = start;
    this.end = end;
  }
}

export type TopLevelItem = InterfaceDecl | WorldDecl | TopLevelUse | NestedPackage;

/** `package ns:name { .. }` inside a file. */
export interface NestedPackage extends Declared {
  kind: 'package';
  id: PackageId;
  items: TopLevelItem[];
}

/** `use path as name;` outside an interface or world. */
export interface TopLevelUse extends Declared {
  kind: 'top-level-use';
  path: UsePath;
  as?: Ident;
}

/** `name` or `ns:pkg/name@version`. */
export class UsePath implements Range {
  /** The package that the path leads into, without the version, which stands behind the name. */
  declare package?: PackageId;
  declare name: Ident;
  declare version?: Version;
  declare start: number;
  declare end: number;

  constructor(
    pkg: PackageId | undefined,
    name: Ident,
    version: Version | undefined,
    start: number,
    end: number,
  ) {
    this.package = pkg;
    this.name = name;
    this.version = version;
    this.start = start;
    this.end = end;
  }
}

export interface InterfaceDecl extends Declared {
  kind: 'interface';
  name: Ident;
  items: InterfaceItem[];
}

export type InterfaceItem = Use | TypeDecl | FuncDecl;

/** `use path.{a, b as c};`. */
export interface Use extends Declared {
  kind: 'use';
  path: UsePath;
  names: Named[];
}

/** A name and, perhaps, another that it is to have. */
export class Named<As = Ident | undefined> {
  declare name: Ident;
  declare as: As;

  constructor(name: Ident, as: As) {
    this.name = name;
    this.as = as;
  }
}

export interface FuncDecl extends Declared {
  kind: 'func';
  name: Ident;
  func: Func;
}

export class Func implements Range {
  declare async: boolean;
  declare params: Param[];
  declare result?: Type;
  declare start: number;
  declare end: number;

  constructor(isAsync: boolean, params: Param[], result: Type | undefined, start: number, end: number) {
    this.async = isAsync;
    this.params = params;
    this.result = result;
    this.start = start;
    this.end = end;
  }
}

/** A field, a case, a flag or a parameter. */
export class Member<T = Type | undefined> implements Range {
  declare name: Ident;
  declare type: T;
  declare start: number;
  declare end: number;

  constructor(name: Ident, type: T, start: number, end: number) {
    this.name = name;
    this.type = type;
    this.start = start;
    this.end = end;
  }
}

export type Param = Member<Type>;

export type TypeDecl = AliasDecl | RecordDecl | VariantDecl | EnumDecl | FlagsDecl | ResourceDecl;

/** `type name = ..;`. */
export interface AliasDecl extends Declared {
  kind: 'type';
  name: Ident;
  type: Type;
}

export interface RecordDecl extends Declared {
  kind: 'record';
  name: Ident;
  members: Member<Type>[];
}

export interface VariantDecl extends Declared {
  kind: 'variant';
  name: Ident;
  members: Member[];
}

export interface EnumDecl extends Declared {
  kind: 'enum';
  name: Ident;
  members: Member[];
}

export interface FlagsDecl extends Declared {
  kind: 'flags';
  name: Ident;
  members: Member[];
}

export interface ResourceDecl extends Declared {
  kind: 'resource';
  name: Ident;
  funcs: ResourceFunc[];
}

export interface ResourceFunc extends Declared {
  kind: 'method' | 'static' | 'constructor';
  /** For a constructor: the word `constructor`. */
  name: Ident;
  func: Func;
}

export interface WorldDecl extends Declared {
  kind: 'world';
  name: Ident;
  items: WorldItem[];
}

export type WorldItem = Use | TypeDecl | Extern | Include;

/** An import or export of a world: by path, by path under a name, a function, or an interface in place. */
export interface Extern extends Declared {
  kind: 'import' | 'export';
  what:
    | ExternPath
    | { kind: 'named-path'; name: Ident; path: UsePath }
    | { kind: 'func'; name: Ident; func: Func }
    | { kind: 'interface'; name: Ident; items: InterfaceItem[] };
}

export class ExternPath {
  declare kind: 'path';
  declare path: UsePath;

  constructor(path: UsePath) {
    this.kind = 'path';
    this.path = path;
  }
}

/** `include path with { a as b }`. */
export interface Include extends Declared {
  kind: 'include';
  path: UsePath;
  names: Named<Ident>[];
}

export type Primitive =
  | 'bool'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 's8'
  | 's16'
  | 's32'
  | 's64'
  | 'f32'
  | 'f64'
  | 'char'
  | 'string'
  | 'error-context';

/** A type where it is used. The range is the whole expression. */
export type Type =
  | TypeName
  | PrimitiveType
  | ListType
  | MapType
  | TupleType
  | OptionType
  | ResultType
  | EventualType
  | HandleType
  /** Stands where a type could not be read. */
  | (Range & { kind: 'unknown' });

/** The name of a type where it is used. */
export class TypeName implements Ident {
  declare kind: 'name';
  declare name: string;
  declare start: number;
  declare end: number;
  declare file: Ast;

  constructor(name: string, start: number, end: number, file: Ast) {
    this.kind = 'name';
    this.name = name;
    this.start = start;
    this.end = end;
    this.file = file;
  }
}

export class PrimitiveType implements Range {
  declare kind: 'primitive';
  declare name: Primitive;
  declare start: number;
  declare end: number;

  constructor(name: Primitive, start: number, end: number) {
    this.kind = 'primitive';
    this.name = name;
    this.start = start;
    this.end = end;
  }
}

export class ListType implements Range {
  declare kind: 'list';
  declare element: Type;
  declare size?: number;
  declare start: number;
  declare end: number;

  constructor(element: Type, size: number | undefined, start: number, end: number) {
    this.kind = 'list';
    this.element = element;
    this.size = size;
    this.start = start;
    this.end = end;
  }
}

export class MapType implements Range {
  declare kind: 'map';
  declare key: Type;
  declare value: Type;
  declare start: number;
  declare end: number;

  constructor(key: Type, value: Type, start: number, end: number) {
    this.kind = 'map';
    this.key = key;
    this.value = value;
    this.start = start;
    this.end = end;
  }
}

export class TupleType implements Range {
  declare kind: 'tuple';
  declare types: Type[];
  declare start: number;
  declare end: number;

  constructor(types: Type[], start: number, end: number) {
    this.kind = 'tuple';
    this.types = types;
    this.start = start;
    this.end = end;
  }
}

export class OptionType implements Range {
  declare kind: 'option';
  declare type: Type;
  declare start: number;
  declare end: number;

  constructor(type: Type, start: number, end: number) {
    this.kind = 'option';
    this.type = type;
    this.start = start;
    this.end = end;
  }
}

export class ResultType implements Range {
  declare kind: 'result';
  declare ok?: Type;
  declare err?: Type;
  declare start: number;
  declare end: number;

  constructor(ok: Type | undefined, err: Type | undefined, start: number, end: number) {
    this.kind = 'result';
    this.ok = ok;
    this.err = err;
    this.start = start;
    this.end = end;
  }
}

/** What comes later, with a type or without. */
export class EventualType implements Range {
  declare kind: 'future' | 'stream';
  declare type?: Type;
  declare start: number;
  declare end: number;

  constructor(kind: 'future' | 'stream', type: Type | undefined, start: number, end: number) {
    this.kind = kind;
    this.type = type;
    this.start = start;
    this.end = end;
  }
}

export class HandleType implements Range {
  declare kind: 'own' | 'borrow';
  declare resource: Ident;
  declare start: number;
  declare end: number;

  constructor(kind: 'own' | 'borrow', resource: Ident, start: number, end: number) {
    this.kind = kind;
    this.resource = resource;
    this.start = start;
    this.end = end;
  }
}
