import type { Versions } from '../pairing/index.ts';
import {
  type FunctionItem,
  type InterfaceItem,
  type Item,
  type Items,
  itemsOf,
  type TypeItem,
} from './items.ts';
import { matchItems, matchOneToOne } from './match.ts';
import { likeness, nameLikeness, wordsOf } from './names.ts';
import { replacedResources } from './replaced-resources.ts';

/** Something that went and came in another name or place, or in another form. */
export interface Renamed {
  /** `wasi:http/incoming-handler`. */
  from: string;
  /** Its new address; of a resource that nothing replaces by name, what stands in its place: `stream<u8>`. */
  to: string;
  /** How it is known to be the same. */
  why: string;
}

/** What is known so far of where the items of the old version are in the new one. */
export interface Moves {
  old: Items;
  new: Items;
  /** New addresses by old ones; what stays is not in it. */
  to: Map<string, string>;
  /** New names of types by old ones. */
  typeNames: Map<string, string>;
  found: Renamed[];
}

/**
 * Finds, among what only one of two versions has, what is the same in another name or place: by name and shape, types
 * first, then interfaces, then functions, since functions are told by the types that they speak of.
 */
export function findRenames(versions: Versions): Renamed[] {
  const moves: Moves = {
    old: itemsOf(versions.old),
    new: itemsOf(versions.new),
    to: new Map(),
    typeNames: new Map(),
    found: [],
  };
  matchTypes(moves);
  matchInterfaces(moves);
  // Where interfaces are known, types in them are told by less.
  matchTypes(moves);
  matchFunctions(moves);
  matchEmptied(moves);
  replacedResources(moves);
  const order = [...moves.old.interfaces.keys(), ...moves.old.types.keys(), ...moves.old.functions.keys()];
  const ranks = new Map(order.map((address, index) => [address, index]));
  return moves.found.sort(
    (a, b) => (ranks.get(a.from) ?? order.length) - (ranks.get(b.from) ?? order.length),
  );
}

function goneAndCame<Kind extends Item>(old: Map<string, Kind>, now: Map<string, Kind>): [Kind[], Kind[]] {
  return [
    [...old.values()].filter(({ address }) => !now.has(address)),
    [...now.values()].filter(({ address }) => !old.has(address)),
  ];
}

function note({ to, typeNames, found }: Moves, from: Item, target: Item, why: string): void {
  if ('def' in from && !typeNames.has(from.name)) typeNames.set(from.name, target.name);
  to.set(from.address, target.address);
  found.push({ from: from.address, to: target.address, why });
}

function matchTypes(moves: Moves): void {
  const [gone, came] = goneAndCame(moves.old.types, moves.new.types);
  const rest = gone.filter(({ address }) => !moves.to.has(address));
  const matches = matchItems(rest, came, 0.5, (from, to) => typeScore(moves, from, to));
  for (const { from, to } of matches) note(moves, from, to, typeWhy(moves, from, to));
}

/** Where something in an interface or resource is now, as far as that is known. */
function containerNow(moves: Moves, { container }: Item): string {
  return moves.to.get(container) ?? container;
}

function typeScore(moves: Moves, from: TypeItem, to: TypeItem): number | undefined {
  const isSameName = from.name === to.name;
  const kinds = [from.def.kind.kind, to.def.kind.kind];
  const isEnum = kinds.every((kind) => kind === 'enum' || kind === 'variant');
  if (kinds[0] !== kinds[1] && !isEnum) return undefined;
  const isHere = containerNow(moves, from) === to.container;
  const shape = likeness(from.shape, to.shape);
  // A name alone says little of types that have nothing in common, and a shape like `u64` is that of many.
  if (isSameName) return from.shape.length === 0 || shape >= 0.2 ? 0.6 + 0.4 * shape : undefined;
  if (from.shape.length < 2 && !(isHere && shape === 1)) return undefined;
  const name = nameLikeness(from.name, to.name);
  return 0.45 * name + 0.45 * shape + (isHere ? 0.1 : 0);
}

function typeWhy(moves: Moves, from: TypeItem, to: TypeItem): string {
  const isHere = containerNow(moves, from) === to.container;
  if (from.name === to.name) return `the same name in \`${lastName(to.container)}\``;
  const what = from.def.kind.kind === 'resource' ? 'functions' : 'parts';
  const isSame = likeness(from.shape, to.shape) === 1;
  const shape = isSame ? 'the same shape' : `much the same name and ${what}`;
  return isHere ? shape : `${shape} in \`${lastName(to.container)}\``;
}

function matchInterfaces(moves: Moves): void {
  const [gone, came] = goneAndCame(moves.old.interfaces, moves.new.interfaces);
  const rest = new Set(gone);
  for (const from of gone) {
    const target = whereItsTypesWent(moves, from);
    if (!target) continue;
    rest.delete(from);
    note(moves, from, target, `its types are in \`${target.name}\``);
  }
  for (const { from, to } of matchOneToOne(rest, came, 0.4, (from, to) => interfaceScore(moves, from, to))) {
    rest.delete(from);
    note(moves, from, to, interfaceWhy(from, to));
  }
}

/** The interface that has most of the types of one that went; a resource weighs as much as its functions. */
function whereItsTypesWent(moves: Moves, from: InterfaceItem): InterfaceItem | undefined {
  const own = [...moves.old.types.values()].filter(({ container }) => container === from.address);
  const counts = new Map<string, number>();
  let total = 0;
  for (const { address, def, shape } of own) {
    const weight = def.kind.kind === 'resource' ? 1 + shape.length : 1;
    total += weight;
    const container = moves.new.types.get(moves.to.get(address) ?? '')?.container;
    if (container !== undefined) counts.set(container, (counts.get(container) ?? 0) + weight);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > total ? moves.new.interfaces.get(best[0]) : undefined;
}

/** Interfaces all of whose functions are in one other interface now. */
function matchEmptied(moves: Moves): void {
  const [gone] = goneAndCame(moves.old.interfaces, moves.new.interfaces);
  for (const from of gone) {
    if (moves.to.has(from.address) || from.functions.length === 0) continue;
    const now = new Set(from.functions.map(({ address }) => faceOf(moves.to.get(address))));
    const [only] = now;
    const target = now.size === 1 && only !== undefined ? moves.new.interfaces.get(only) : undefined;
    if (target) note(moves, from, target, `its functions are in \`${target.name}\``);
  }
}

/** The interface in an address. */
function faceOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : /^[^/]*\/[^.]*/.exec(address)?.[0];
}

function interfaceScore(moves: Moves, from: InterfaceItem, to: InterfaceItem): number | undefined {
  const name = nameLikeness(from.name, to.name);
  const shape = likeness(from.shape, to.shape);
  const [one, other] = [from.functions, to.functions];
  // An interface of one function is what that function is.
  const isAlike =
    one.length === 1 &&
    other.length === 1 &&
    one[0] &&
    other[0] &&
    functionShape(moves, one[0], other[0]) >= 0.5;
  const sameRole = [...from.roles].some((role) => to.roles.has(role));
  if (from.roles.size > 0 && to.roles.size > 0 && !sameRole) return undefined;
  return 0.4 * name + 0.4 * shape + (isAlike ? 0.3 : 0) + (sameRole ? 0.1 : 0);
}

function interfaceWhy(from: InterfaceItem, to: InterfaceItem): string {
  const [only] = to.functions;
  const isOne = from.functions.length === 1 && to.functions.length === 1 && only;
  if (likeness(from.shape, to.shape) > 0) return 'much the same name and items';
  return isOne ? `its one function takes and gives much the same: \`${only.name}\`` : 'much the same name';
}

/** How much two functions have in common, types that have another name by now taken for what they are. */
function functionShape(moves: Moves, from: FunctionItem, to: FunctionItem): number {
  const shape = from.shape.map((word) => {
    const [way = '', name = ''] = word.split(' ');
    const target = newTypeName(moves, name);
    return target ? `${way} ${target}` : word;
  });
  return likeness(shape, to.shape);
}

/** The new name of a type of the old version, by its name alone. */
function newTypeName(moves: Moves, name: string): string | undefined {
  const known = moves.typeNames.get(name);
  if (known !== undefined) return known;
  // What is got later by way of a resource is given at once by a function that is async.
  const bare = name.replace(/^future-/, '');
  return bare === name ? undefined : (newTypeName(moves, bare) ?? bare);
}

function matchFunctions(moves: Moves): void {
  const [gone, came] = goneAndCame(moves.old.functions, moves.new.functions);
  // Functions of a resource that has its name still are found by name; those of one that moved are not worth a line each.
  const rest = gone.filter((from) => !movesAlong(moves, from));
  const matches = matchItems(rest, came, 0.4, (from, to) => functionScore(moves, from, to));
  for (const { from, to } of matches) note(moves, from, to, functionWhy(moves, from, to));
}

/** Whether a function has its name where what it stands in is now. */
function movesAlong(moves: Moves, from: FunctionItem): boolean {
  const container = moves.to.get(from.container);
  return container !== undefined && moves.new.functions.has(`${container}.${from.name}`);
}

function functionScore(moves: Moves, from: FunctionItem, to: FunctionItem): number | undefined {
  const isHere = containerNow(moves, from) === to.container;
  const became = becameOfResource(from, to);
  if (!isHere && !became) return undefined;
  const shape = functionShape(moves, from, to);
  if (from.func.kind === 'constructor' && to.func.kind === 'static' && to.name === 'new') return 0.9;
  const name = became ?? nameLikeness(from.name, to.name);
  const isOnly = isOnlyFunction(moves.old, from) && isOnlyFunction(moves.new, to);
  if (name === 0 && shape < 1 && !isOnly && !waitsAlike(from, to)) return undefined;
  // A name without words of its own, as `new`, and parameters that many have, say nothing alone.
  if (name === 0 && from.shape.length === 0 && !isOnly) return undefined;
  return 0.55 * name + 0.45 * shape + (isOnly ? 0.5 : 0) + (waitsAlike(from, to) ? 0.35 : 0);
}

/** Of a function of an interface that became one of a resource: `create-tcp-socket` and `tcp-socket.create`. */
function becameOfResource(from: FunctionItem, to: FunctionItem): number | undefined {
  if (from.resource !== undefined || to.resource === undefined) return undefined;
  const full = [...wordsOf(to.name), ...wordsOf(to.resource)];
  const score = likeness(wordsOf(from.name), full);
  return score >= 0.75 ? score : undefined;
}

/** Whether one gave something to wait on and the other waits, for parameters of one kind. */
function waitsAlike(from: FunctionItem, to: FunctionItem): boolean {
  if (!to.func.async || from.func.async || from.func.params.length !== to.func.params.length) return false;
  const gives = from.shape.filter((word) => word.startsWith('gives '));
  const names = (item: FunctionItem) => item.func.params.map(({ name }) => name);
  return (
    gives.length === 1 &&
    to.func.result === null &&
    (names(from).join() === names(to).join() || takes(from).join() === takes(to).join())
  );
}

function takes({ shape }: FunctionItem): string[] {
  return shape.filter((word) => word.startsWith('takes '));
}

function isOnlyFunction({ interfaces }: Items, { container, func }: FunctionItem): boolean {
  return func.resource === undefined && interfaces.get(container)?.functions.length === 1;
}

function functionWhy(moves: Moves, from: FunctionItem, to: FunctionItem): string {
  const reasons: string[] = [];
  if (from.resource === undefined && to.resource !== undefined) {
    reasons.push(
      `a function became ${to.func.kind === 'method' ? 'a method' : 'a static function'} of \`${to.resource}\``,
    );
  } else if (from.resource !== undefined && to.resource === undefined) {
    reasons.push(`a ${from.func.kind} of \`${from.resource}\` became a function`);
  } else if (from.func.kind === 'constructor') reasons.push('the constructor became a static function');
  else if (/^(start|finish)-/.test(from.name)) reasons.push('starting and finishing became one function');
  else if (isOnlyFunction(moves.old, from) && isOnlyFunction(moves.new, to)) {
    reasons.push('the only function of its interface then and now');
  } else {
    const shape = functionShape(moves, from, to) === 1 ? 'the same parameters and result' : '';
    const name = likeness(wordsOf(from.name), wordsOf(to.name)) === 1 ? 'the same name in another form' : '';
    const near = name === '' && nameLikeness(from.name, to.name) > 0 ? 'much the same name' : name;
    reasons.push([near, shape].filter((part) => part !== '').join(', ') || 'much the same parameters');
  }
  if (to.func.async && !from.func.async) reasons.push('it is async now');
  return reasons.join('; ');
}

function lastName(address: string): string {
  return address.slice(Math.max(address.lastIndexOf('.'), address.lastIndexOf('/')) + 1);
}
