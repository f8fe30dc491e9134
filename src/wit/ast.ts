import type { SourceFile } from '../problem.ts';
import type { TokenList } from './lex.ts';

/** A stretch of a file's text in UTF-16 code units; the end is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A stretch of one of several files. */
export interface Place extends Range {
  file: Ast;
}

/** A name as it counts, without the `%`; its place includes the `%`. */
export interface Ident extends Place {
  name: string;
}

export interface Version extends Range {
  text: string;
}

/** `ns:name@version`. */
export interface PackageId extends Range {
  namespace: Ident;
  name: Ident;
  version?: Version;
}

/** `@since(version = ..)` and the like. The range begins after the `@`. */
export type Attribute = Range &
  (
    | { kind: 'since'; version: Version }
    | { kind: 'deprecated'; version: Version }
    | { kind: 'unstable'; feature: Ident }
    | { kind: 'external-id'; value: string }
  );

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
export interface Ast {
  source: SourceFile;
  tokens: TokenList;
  /** What each token stands for, by index; see `Role`. */
  roles: Uint8Array;
  /** `package ns:name@version;` at the top of the file. */
  header?: PackageHeader;
  /** Whether there is a header that could not be read. */
  hasBadHeader: boolean;
  items: TopLevelItem[];
  /** Names that stand in text which could not be read: references to them are not reported. */
  lost: Set<string>;
}

export interface PackageHeader extends Declared {
  id: PackageId;
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
export interface UsePath extends Range {
  /** The package that the path leads into, without the version, which stands behind the name. */
  package?: PackageId;
  name: Ident;
  version?: Version;
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
  names: { name: Ident; as?: Ident }[];
}

export interface FuncDecl extends Declared {
  kind: 'func';
  name: Ident;
  func: Func;
}

export interface Func extends Range {
  async: boolean;
  params: Param[];
  result?: Type;
}

export interface Param extends Range {
  name: Ident;
  type: Type;
}

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
  members: (Member & { type: Type })[];
}

export interface VariantDecl extends Declared {
  kind: 'variant';
  name: Ident;
  members: (Member & { type?: Type })[];
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

/** A field, a case or a flag. */
export interface Member extends Range {
  name: Ident;
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
    | { kind: 'path'; path: UsePath }
    | { kind: 'named-path'; name: Ident; path: UsePath }
    | { kind: 'func'; name: Ident; func: Func }
    | { kind: 'interface'; name: Ident; items: InterfaceItem[] };
}

/** `include path with { a as b }`. */
export interface Include extends Declared {
  kind: 'include';
  path: UsePath;
  names: { name: Ident; as: Ident }[];
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
  | (Range &
      (
        | { kind: 'primitive'; name: Primitive }
        | { kind: 'list'; element: Type; size?: number }
        | { kind: 'map'; key: Type; value: Type }
        | { kind: 'tuple'; types: Type[] }
        | { kind: 'option'; type: Type }
        | { kind: 'result'; ok?: Type; err?: Type }
        | { kind: 'future'; type?: Type }
        | { kind: 'stream'; type?: Type }
        | { kind: 'own' | 'borrow'; resource: Ident }
        /** Stands where a type could not be read. */
        | { kind: 'unknown' }
      ));

/** The name of a type where it is used. */
export interface TypeName extends Ident {
  kind: 'name';
}
