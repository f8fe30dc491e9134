import type { Span } from '../../problem.ts';
import type { Gate } from '../resolve/resolved.ts';

/** Where something is declared. */
export interface Source extends Span {
  path: string;
}

/** What a range of WIT stands for, for colouring it. */
export type PartKind =
  | 'keyword'
  | 'type'
  | 'primitive'
  | 'function'
  | 'parameter'
  | 'field'
  | 'interface'
  | 'world'
  | 'package'
  | 'version'
  | 'attribute'
  | 'name'
  | 'number'
  | 'string'
  | 'comment'
  | 'doc'
  | 'punctuation'
  | 'space';

/** A range of WIT text. With `link` it names something that has a page or an anchor. */
export interface Part {
  text: string;
  kind: PartKind;
  link?: Link;
}

/** A pointer to an item: `wasi:http/types.fields.get` in package `wasi:http@0.2.3`. */
export interface Link {
  address: string;
  /** `ns:name@version`: addresses carry no version, so this tells apart versions of one package. */
  package: string;
}

/** What every item of a package has. */
export interface Item extends Link {
  name: string;
  /** Text of the doc comments (`///` and `/**`), Markdown as a rule. Absent when there is none. */
  docs?: string;
  gate?: Gate;
  externalId?: string;
  source: Source;
}

/** A package for documentation: everything in it, in source order, each with its address. */
export interface Package extends Item {
  kind: 'package';
  namespace: string;
  version?: string;
  /** The package's dependencies, `ns:name@version`. */
  uses: string[];
  interfaces: Interface[];
  worlds: World[];
}

export interface Interface extends Item {
  kind: 'interface';
  /** For an interface in place in a world: false. */
  named: boolean;
  uses: Use[];
  types: Type[];
  functions: Func[];
  importedBy: Membership[];
  exportedBy: Membership[];
  /** Items elsewhere that refer to this interface: `use` statements. */
  usedBy: Link[];
}

/** A world that has an interface among its imports or exports. */
export interface Membership extends Link {
  /** Named by the world itself, through a world that it includes, or because something needs it. */
  how: 'direct' | 'include' | 'dependency';
  /** The label in `import label: path`. */
  label?: string;
}

/** A type brought in by `use`. */
export interface Use {
  /** The name that it has here. */
  name: string;
  from: Link;
  type: Link;
  gate?: Gate;
  source: Source;
}

export interface Type extends Item {
  kind: 'record' | 'variant' | 'enum' | 'flags' | 'resource' | 'type';
  /** The declaration's head, e.g. `record error-payload`, or all of `type a = list<b>`. */
  signature: Part[];
  /** Fields, cases or flags. */
  members: Member[];
  /** Of a resource: constructor, methods and static functions. */
  functions: Func[];
  usedBy: Link[];
}

export interface Member extends Item {
  kind: 'field' | 'case' | 'flag';
  /** The field's type or the case's payload. */
  type?: Part[];
}

export interface Func extends Item {
  kind: 'function' | 'method' | 'static' | 'constructor';
  async: boolean;
  /** The whole declaration on one line, without the semicolon. */
  signature: Part[];
  params: { name: string; type: Part[] }[];
  result?: Part[];
}

export interface World extends Item {
  kind: 'world';
  /** Elaborated: includes and dependencies are resolved, in dependency order. */
  imports: WorldEntry[];
  exports: WorldEntry[];
  includes: Link[];
  /** Types that the world itself declares. */
  types: Type[];
  /** Worlds that include this one. */
  includedBy: Link[];
}

/** One import or export of a world. */
export interface WorldEntry extends Link {
  kind: 'interface' | 'function' | 'type';
  name: string;
  how: 'direct' | 'include' | 'dependency';
  /** Of `import label: path`: the label. */
  label?: string;
  gate?: Gate;
  /** An interface in place, with its items. */
  inline?: Interface;
  /** Of a function. */
  func?: Func;
}
