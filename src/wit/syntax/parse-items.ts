import {
  type AliasDecl,
  type Declared,
  type EnumDecl,
  type Extern,
  ExternPath,
  type FlagsDecl,
  Func,
  type FuncDecl,
  Ident,
  type Include,
  type InterfaceDecl,
  type InterfaceItem,
  Member,
  Named,
  type NestedPackage,
  PackageHeader,
  PackageId,
  type Range,
  type RecordDecl,
  type ResourceDecl,
  type ResourceFunc,
  type TopLevelItem,
  type Type,
  type Use,
  UsePath,
  type VariantDecl,
  type WorldDecl,
} from './ast.ts';
import { type Cursor, UNREADABLE } from './cursor.ts';
import * as T from './kinds.ts';
import { checkAttributes, parseAttributes } from './parse-attributes.ts';
import { parseList } from './parse-list.ts';
import { parseFunc, parseParamsAndResult, parseType } from './parse-type.ts';
import * as R from './roles.ts';
import { isName, wordOf } from './tokens.ts';

/** How deep package blocks may nest before they are not even read. */
const DEEPEST = 100;

const TOP_LEVEL = new Set<number>([T.interface, T.world, T.package, T.use, T.at]);
const TYPES = new Set<number>([T.type, T.record, T.variant, T.enum, T.flags, T.resource]);
const WORLD = new Set<number>([T.import, T.export, T.include, T.use, T.at]);

/** A whole file: perhaps a package header, then items. */
export function parseFile(cursor: Cursor): void {
  parseHeader(cursor);
  cursor.file.items = parseItems(cursor, TOP_LEVEL_BLOCK, undefined, parseTopLevelItem);
}

/** What a block may hold, for messages and for finding back after text that could not be read. */
interface Block {
  expected: string;
  /** The words that may begin an item. */
  words: ReadonlySet<number>;
  /** Whether a function may stand there without a word before its name. */
  hasFuncs?: true;
}

const TOP_LEVEL_BLOCK: Block = { expected: '`world`, `interface` or `use`', words: TOP_LEVEL };
const WORLD_BLOCK: Block = {
  expected: '`import`, `export`, `include`, `use`, or type definition',
  words: new Set([...WORLD, ...TYPES]),
};
const INTERFACE_BLOCK: Block = {
  expected: '`type`, `resource` or `func`',
  words: new Set([...TYPES, T.use, T.at]),
  hasFuncs: true,
};
const RESOURCE_BLOCK: Block = {
  expected: '`constructor` or identifier',
  words: new Set([T.constructor, T.at]),
  hasFuncs: true,
};

const kindAt = (cursor: Cursor, index: number) => cursor.tokens.kinds[index] ?? T.end;

function startsItem(cursor: Cursor, { words, hasFuncs }: Block, index: number): boolean {
  return (
    cursor.isFirstOnLine(index) &&
    (words.has(kindAt(cursor, index)) || (hasFuncs === true && startsFunc(cursor, index)))
  );
}

/** `name: func`, `name: async func`, `name: static func` */
function startsFunc(cursor: Cursor, index: number): boolean {
  const [name, colon, word] = [0, 1, 2].map((ahead) => kindAt(cursor, index + ahead));
  return isName(name) && colon === T.colon && (word === T.func || word === T.async || word === T.static);
}

/**
 * The items of a block up to and with its `}`, or of a file up to its end. An item that cannot be read is
 * reported and skipped.
 * @param open index of the block's `{`; undefined for a file
 */
function parseItems<Item>(
  cursor: Cursor,
  block: Block,
  open: number | undefined,
  parseItem: (cursor: Cursor, base: Declared) => void,
): Item[] {
  const from = cursor.parts();
  for (;;) {
    if (open !== undefined && cursor.eat(T.closeBrace)) return cursor.take(from);
    if (cursor.kind() === T.end) {
      if (open !== undefined) cursor.complain(block.expected, () => unclosed(cursor, open), true);
      return cursor.take(from);
    }
    const first = cursor.index;
    try {
      parseItem(cursor, begin(cursor));
    } catch (reason) {
      if (reason !== UNREADABLE) throw reason;
      if (open !== undefined && isPastBlock(cursor, open)) return cursor.take(from);
      cursor.skip(first, (index) => startsItem(cursor, block, index) || isOutside(cursor, index, open));
      if (open === undefined && cursor.kind() === T.closeBrace) cursor.index++;
    }
  }
}

function begin(cursor: Cursor): Declared {
  const start = cursor.start();
  const attributes = parseAttributes(cursor);
  return { attributes, start, end: start, word: cursor.start() };
}

/** Whether an item begins here that, by its indentation, stands outside the block: then a `}` is missing. */
function isPastBlock(cursor: Cursor, open: number): boolean {
  return isOutside(cursor, cursor.index, open);
}

function isOutside(cursor: Cursor, index: number, open: number | undefined): boolean {
  const kind = kindAt(cursor, index);
  const isStart = TOP_LEVEL.has(kind) || TYPES.has(kind) || WORLD.has(kind) || startsFunc(cursor, index);
  return (
    open !== undefined &&
    isStart &&
    cursor.isFirstOnLine(index) &&
    cursor.indentation(index) <= cursor.indentation(open)
  );
}

function unclosed(cursor: Cursor, open: number): string {
  const line = cursor.tokens.text.slice(0, cursor.start(open)).split('\n').length;
  return `the \`{\` on line ${line} is not closed`;
}

/** The index of the `{` that is next, which is passed. */
function openBrace(cursor: Cursor): number {
  cursor.expect(T.openBrace);
  return cursor.index - 1;
}

/** Makes a declaration part of its block, so that it stays even if its rest cannot be read. */
function keep<Item extends Range>(
  cursor: Cursor,
  item: Item,
  parseRest: (cursor: Cursor, item: Item) => void,
): void {
  cursor.add(item);
  try {
    parseRest(cursor, item);
  } finally {
    item.end = Math.max(item.start, cursor.lastEnd());
  }
}

const semicolon = (cursor: Cursor) => cursor.semicolon();

/** `package ns:name;`: a package with a block is an item instead. */
function parseHeader(cursor: Cursor): void {
  if (cursor.kind() !== T.package) return;
  const [index, start] = [cursor.index, cursor.start()];
  try {
    cursor.index++;
    const id = parsePackageId(cursor);
    if (cursor.kind() === T.openBrace) {
      cursor.index = index;
      return;
    }
    cursor.semicolon("'{'");
    cursor.file.header = new PackageHeader(id, start, cursor.lastEnd());
  } catch (reason) {
    if (reason !== UNREADABLE) throw reason;
    cursor.skip(index, (at) => startsItem(cursor, TOP_LEVEL_BLOCK, at));
    cursor.file.hasBadHeader = true;
  }
}

function parsePackageId(cursor: Cursor): PackageId {
  const namespace = cursor.ident(R.package);
  cursor.expect(T.colon);
  const name = cursor.ident(R.package);
  const version = cursor.eat(T.at) ? cursor.version() : undefined;
  return new PackageId(namespace, name, version, namespace.start, version?.end ?? name.end);
}

function parseTopLevelItem(cursor: Cursor, base: Declared, depth = 0): void {
  switch (cursor.kind()) {
    case T.interface: {
      checkAttributes(cursor, base.attributes, true);
      cursor.index++;
      const item: InterfaceDecl = { ...base, kind: 'interface', name: cursor.ident(R.interface), items: [] };
      keep<TopLevelItem>(cursor, item, () => {
        item.items = parseInterfaceItems(cursor);
      });
      return;
    }
    case T.world: {
      checkAttributes(cursor, base.attributes, true);
      cursor.index++;
      const item: WorldDecl = { ...base, kind: 'world', name: cursor.ident(R.world), items: [] };
      keep<TopLevelItem>(cursor, item, () => {
        item.items = parseItems(cursor, WORLD_BLOCK, openBrace(cursor), parseWorldItem);
      });
      return;
    }
    case T.use: {
      checkAttributes(cursor, base.attributes, true);
      const word = cursor.range();
      if (base.attributes.length > 0) {
        cursor.report('top-level-use-attributes', word, 'attributes not allowed on top-level use');
      }
      cursor.index++;
      const path = parseUsePath(cursor, R.interface);
      if (cursor.kind() === T.period) cursor.fail("';'", 'types are brought in inside an interface or world');
      const as = cursor.eat(T.as) ? cursor.ident(R.interface) : undefined;
      keep(cursor, { ...base, kind: 'top-level-use', path, as }, semicolon);
      return;
    }
    case T.package:
      parseNestedPackage(cursor, base, depth);
      return;
    default:
      cursor.fail(TOP_LEVEL_BLOCK.expected, STRAY.get(cursor.kind()));
  }
}

const STRAY = new Map<number, string>([
  [T.semicolon, 'remove it: only declarations without a block end with a semicolon'],
  [T.closeBrace, 'remove it: no block is open here'],
  [T.import, 'imports belong into a world'],
  [T.export, 'exports belong into a world'],
]);
for (const kind of TYPES) STRAY.set(kind, 'types are defined inside an interface or world');

function parseNestedPackage(cursor: Cursor, base: Declared, depth: number): void {
  const word = cursor.range();
  if (depth >= DEEPEST) {
    cursor.report('nesting-too-deep', word, 'package nesting too deep');
    cursor.abandon();
  }
  if (base.attributes.length > 0) {
    cursor.report('package-attributes', word, 'cannot place attributes on nested packages');
  }
  cursor.index++;
  const id = parsePackageId(cursor);
  if (depth === 1) {
    cursor.report('nested-package', id, 'nested packages must be placed at the top-level');
  }
  const hint =
    cursor.kind() === T.semicolon ? 'only the first line of a file names its package this way' : undefined;
  cursor.expect(T.openBrace, hint);
  const items = parseItems<TopLevelItem>(cursor, TOP_LEVEL_BLOCK, cursor.index - 1, (_, inner) =>
    parseTopLevelItem(cursor, inner, depth + 1),
  );
  const item: NestedPackage = { ...base, kind: 'package', id, items, end: cursor.lastEnd() };
  if (depth === 0) cursor.add(item);
}

/** `name` or `ns:pkg/name@version`. */
function parseUsePath(cursor: Cursor, role: number): UsePath {
  const first = cursor.ident(role);
  if (!cursor.eat(T.colon)) return new UsePath(undefined, first, undefined, first.start, first.end);
  cursor.role(R.package, cursor.index - 2);
  const name = cursor.ident(R.package);
  cursor.expect(T.slash, 'a path into another package is written `namespace:package/interface`');
  const item = cursor.ident(role);
  const version = cursor.eat(T.at) ? cursor.version() : undefined;
  const pkg = new PackageId(first, name, undefined, first.start, name.end);
  return new UsePath(pkg, item, version, first.start, cursor.lastEnd());
}

function parseInterfaceItems(cursor: Cursor): InterfaceItem[] {
  const open = openBrace(cursor);
  return parseItems<InterfaceItem>(cursor, INTERFACE_BLOCK, open, (_, base) => {
    const kind = cursor.kind();
    if (TYPES.has(kind)) parseTypeDecl(cursor, base);
    else if (kind === T.use) parseUse(cursor, base);
    else if (isName(kind)) parseFuncDecl(cursor, base);
    else cursor.fail(INTERFACE_BLOCK.expected, () => interfaceHint(cursor, open));
  });
}

function interfaceHint(cursor: Cursor, open: number): string | undefined {
  const kind = cursor.kind();
  if (isPastBlock(cursor, open))
    return `${unclosed(cursor, open)}; perhaps a \`}\` is missing before this line`;
  if (kind === T.import || kind === T.export) return 'imports and exports belong into a world';
  if (kind === T.semicolon) return STRAY.get(kind);
  return cursor.kind(1) === T.colon ? `to use the word as a name, write \`%${cursor.text()}\`` : undefined;
}

function parseFuncDecl(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes);
  const name = cursor.ident(R.function);
  keep<FuncDecl>(cursor, { ...base, kind: 'func', name, func: unreadFunc(name) }, parseFuncRest);
}

/** `: func(..);` */
function parseFuncRest(cursor: Cursor, item: { func: Func }): void {
  cursor.expect(T.colon);
  item.func = parseFunc(cursor);
  cursor.semicolon();
}

const unreadFunc = ({ end }: Range): Func => new Func(false, [], undefined, end, end);

function parseUse(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes);
  cursor.index++;
  const path = parseUsePath(cursor, R.interface);
  cursor.expect(T.period, cursor.kind() === T.semicolon ? 'name the types: `.{a, b}`' : undefined);
  cursor.expect(T.openBrace);
  keep<Use>(cursor, { ...base, kind: 'use', path, names: [] }, parseUseRest);
}

function parseUseRest(cursor: Cursor, item: Use): void {
  item.names = parseList(cursor, T.closeBrace, parseUsedName);
  cursor.semicolon();
}

function parseUsedName(cursor: Cursor): Named {
  const name = cursor.ident(R.type);
  const as = cursor.eat(T.as) ? cursor.ident(R.type) : undefined;
  return new Named(name, as);
}

function parseTypeDecl(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes);
  const kind = cursor.kind();
  cursor.index++;
  const name = cursor.ident(R.type);
  switch (kind) {
    case T.type: {
      const type = { kind: 'unknown' as const, start: name.end, end: name.end };
      keep<AliasDecl>(cursor, { ...base, kind: 'type', name, type }, parseAliasRest);
      return;
    }
    case T.resource:
      keep<ResourceDecl>(cursor, { ...base, kind: 'resource', name, funcs: [] }, parseResourceRest);
      return;
    default:
      keep(cursor, { ...base, kind: wordOf(kind) as MembersDecl['kind'], name, members: [] }, parseMembers);
  }
}

function parseAliasRest(cursor: Cursor, item: AliasDecl): void {
  cursor.expect(T.equals);
  item.type = parseType(cursor);
  cursor.semicolon();
}

type MembersDecl = RecordDecl | VariantDecl | EnumDecl | FlagsDecl;

/** What reads each field, case or flag. */
const PARSE_MEMBER: Record<MembersDecl['kind'], (cursor: Cursor) => Member> = {
  record: parseField,
  variant: parseCase,
  enum: parseMember,
  flags: parseMember,
};

function parseMembers(cursor: Cursor, item: MembersDecl): void {
  cursor.expect(T.openBrace);
  item.members = parseList(cursor, T.closeBrace, PARSE_MEMBER[item.kind]);
  const mayBeEmpty = item.kind === 'record' || item.kind === 'flags';
  if (item.members.length > 0 || mayBeEmpty || cursor.hasFailedFrom(item.name.start)) return;
  cursor.report('empty-type', item.name, `empty ${item.kind}`);
}

function parseResourceRest(cursor: Cursor, item: ResourceDecl): void {
  if (cursor.kind() !== T.openBrace) cursor.semicolon();
  else item.funcs = parseItems(cursor, RESOURCE_BLOCK, openBrace(cursor), parseResourceFunc);
}

function parseMember(cursor: Cursor): Member {
  const name = parseMemberName(cursor);
  return new Member(name, undefined, name.start, name.end);
}

function parseMemberName(cursor: Cursor): Ident {
  if (cursor.kind() === T.at)
    cursor.fail('an identifier or string', 'fields, cases and flags have no attributes');
  return cursor.ident(R.field);
}

function parseField(cursor: Cursor): Member<Type> {
  const name = parseMemberName(cursor);
  cursor.expect(T.colon);
  const type = parseType(cursor);
  return new Member(name, type, name.start, type.end);
}

function parseCase(cursor: Cursor): Member {
  const name = parseMemberName(cursor);
  let type: Type | undefined;
  if (cursor.eat(T.openParen)) {
    type = parseType(cursor);
    cursor.expect(T.closeParen);
  }
  return new Member(name, type, name.start, cursor.lastEnd());
}

function parseResourceFunc(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes);
  const kind = cursor.kind();
  if (kind === T.constructor) {
    const { start, end } = cursor.range();
    const name = new Ident('constructor', start, end, cursor.file);
    cursor.index++;
    keep<ResourceFunc>(
      cursor,
      { ...base, kind: 'constructor', name, func: unreadFunc(name) },
      parseConstructorRest,
    );
    return;
  }
  if (!isName(kind)) cursor.fail(RESOURCE_BLOCK.expected, STRAY.get(kind));
  const name = cursor.ident(R.function);
  keep<ResourceFunc>(cursor, { ...base, kind: 'method', name, func: unreadFunc(name) }, parseMethodRest);
}

function parseConstructorRest(cursor: Cursor, item: ResourceFunc): void {
  item.func = parseParamsAndResult(cursor, cursor.start(), false);
  cursor.semicolon();
}

function parseMethodRest(cursor: Cursor, item: ResourceFunc): void {
  cursor.expect(T.colon);
  if (cursor.eat(T.static)) item.kind = 'static';
  else if (cursor.kind() === T.async && cursor.kind(1) === T.static) {
    cursor.index++;
    cursor.fail('keyword `func`', 'write `static async func`');
  }
  item.func = parseFunc(cursor);
  cursor.semicolon();
}

function parseWorldItem(cursor: Cursor, base: Declared): void {
  const kind = cursor.kind();
  if (TYPES.has(kind)) parseTypeDecl(cursor, base);
  else if (kind === T.use) parseUse(cursor, base);
  else if (kind === T.import || kind === T.export) parseExtern(cursor, base);
  else if (kind === T.include) parseInclude(cursor, base);
  else {
    const isFunc = startsFunc(cursor, cursor.index);
    cursor.fail(WORLD_BLOCK.expected, isFunc ? 'write `import` or `export` before it' : STRAY.get(kind));
  }
}

function parseExtern(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes);
  const kind = cursor.kind() === T.import ? ('import' as const) : ('export' as const);
  cursor.index++;
  const isLabel = cursor.kind(1) === T.colon && !(isName(cursor.kind(2)) && cursor.kind(3) === T.slash);
  if (!isLabel) {
    const path = parseUsePath(cursor, R.interface);
    keep<Extern>(cursor, { ...base, kind, what: new ExternPath(path) }, semicolon);
    return;
  }
  const word = cursor.kind(2);
  if (word === T.func || word === T.async) {
    const name = cursor.ident(R.function);
    const what: Extern['what'] = { kind: 'func', name, func: unreadFunc(cursor.range()) };
    keep<Extern>(cursor, { ...base, kind, what }, () => parseFuncRest(cursor, what));
    return;
  }
  const name = cursor.ident(R.interface);
  cursor.expect(T.colon);
  if (cursor.eat(T.interface)) {
    const what: Extern['what'] = { kind: 'interface', name, items: [] };
    keep<Extern>(cursor, { ...base, kind, what }, () => {
      what.items = parseInterfaceItems(cursor);
    });
    return;
  }
  const path = parseUsePath(cursor, R.interface);
  keep<Extern>(cursor, { ...base, kind, what: { kind: 'named-path', name, path } }, semicolon);
}

function parseInclude(cursor: Cursor, base: Declared): void {
  checkAttributes(cursor, base.attributes, true);
  cursor.index++;
  const path = parseUsePath(cursor, R.world);
  keep<Include>(cursor, { ...base, kind: 'include', path, names: [] }, parseIncludeRest);
}

function parseIncludeRest(cursor: Cursor, item: Include): void {
  if (!cursor.eat(T.with)) {
    cursor.semicolon();
    return;
  }
  cursor.expect(T.openBrace);
  item.names = parseList(cursor, T.closeBrace, parseRenaming);
  if (cursor.kind() === T.semicolon && !cursor.isFirstOnLine()) {
    cursor.complain(WORLD_BLOCK.expected, 'no semicolon follows the names of a `with`');
    cursor.index++;
  }
}

function parseRenaming(cursor: Cursor): Named<Ident> {
  const name = cursor.ident(R.name);
  cursor.expect(T.as);
  return new Named(name, cursor.ident(R.name));
}
