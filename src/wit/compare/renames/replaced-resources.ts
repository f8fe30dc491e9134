import { partsOf } from '../../resolve/parts-of.ts';
import type { FuncDef, Resolved, TypeDef, TypeRef } from '../../resolve/resolved.ts';
import { typeAddress, typeText, unalias } from '../pairing/index.ts';
import type { Moves } from './index.ts';

/**
 * Resources that nothing replaces by name: what functions gave by way of them they give in another form now, as a
 * stream or a future, or by being async.
 */
export function replacedResources(moves: Moves): void {
  const known = new Set([...usedResources(moves.new.resolved).keys()].map(withoutPackageVersion));
  const forms = new Map<string, Map<string, number>>();
  for (const [address, { func }] of moves.old.functions) {
    const to = moves.new.functions.get(moves.to.get(address) ?? followed(moves, address));
    if (!to) continue;
    for (const resource of resourcesIn(moves.old.resolved, func.result)) {
      const from = typeAddress(moves.old.resolved, resource);
      if (from === undefined || known.has(from) || moves.to.has(from)) continue;
      const form = newForm(moves.new.resolved, func, to.func);
      // Of a function that gave several, it is not said what stands for which.
      const isAlone = resourcesIn(moves.old.resolved, func.result).length === 1;
      if (form === undefined || (form === ASYNC && !isAlone)) continue;
      const counts = forms.get(from) ?? new Map<string, number>();
      forms.set(from, counts.set(form, (counts.get(form) ?? 0) + 1));
    }
  }
  for (const [from, counts] of forms) {
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!best) continue;
    const [to, count] = best;
    const who = count === 1 ? 'the function that gave it' : `${count} functions that gave it`;
    const why =
      to === ASYNC
        ? `${who} ${count === 1 ? 'is' : 'are'} async now`
        : `${who} ${count === 1 ? 'has' : 'have'} \`${to}\` in its place`;
    moves.found.push({ from, to, why });
  }
  addWaits(moves, known);
}

const ASYNC = 'async func';

/**
 * Adds resources to wait on: what was given by functions without parameters that went, of resources that have async
 * functions in their place or among them now.
 */
function addWaits(moves: Moves, known: ReadonlySet<string>): void {
  const counts = new Map<string, number>();
  for (const [address, { func, container, resource }] of moves.old.functions) {
    if (resource === undefined || func.params.length > 1 || typeof func.result !== 'number') continue;
    if (moves.new.functions.has(address) || moves.to.has(address)) continue;
    const [given, ...more] = resourcesIn(moves.old.resolved, func.result);
    const from = given && typeAddress(moves.old.resolved, given);
    if (from === undefined || more.length > 0 || known.has(from) || moves.to.has(from)) continue;
    if (isAsyncNow(moves, container)) counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  for (const [from, count] of counts) {
    if (moves.found.some((one) => one.from === from)) continue;
    const who = count === 1 ? 'a function that gave it is gone' : `${count} functions that gave it are gone`;
    moves.found.push({ from, to: ASYNC, why: `${who}, and what one waited for with it is async now` });
  }
}

/** Whether a resource of the old version has async functions in its place, or among its functions, now. */
function isAsyncNow(moves: Moves, container: string): boolean {
  if (moves.found.some(({ from, to }) => from === container && to === ASYNC)) return true;
  const now = moves.to.get(container) ?? container;
  return [...moves.new.functions.values()].some((item) => item.container === now && item.func.async);
}

/** The address of a function after what it stands in has moved. */
function followed(moves: Moves, address: string): string {
  const item = moves.old.functions.get(address);
  return item ? `${moves.to.get(item.container) ?? item.container}.${item.name}` : address;
}

function newForm(resolved: Resolved, was: FuncDef, is: FuncDef): string | undefined {
  const later = [is.result, ...is.params.map(({ type }) => type)].flatMap((ref) => laterTypes(resolved, ref));
  // A stream says more than the future of how it ends.
  const [first] = later.sort((a, b) => Number(b.startsWith('stream')) - Number(a.startsWith('stream')));
  return first ?? (is.async && !was.async ? ASYNC : undefined);
}

/** The streams and futures in a type, as WIT spells them. */
function laterTypes(resolved: Resolved, ref: TypeRef | null): string[] {
  const def = definitionOf(resolved, ref);
  if (!def) return [];
  if (def.kind.kind === 'stream' || def.kind.kind === 'future') return [typeText(resolved, ref)];
  return def.name === null ? partsOf(def.kind).flatMap((part) => laterTypes(resolved, part)) : [];
}

function resourcesIn(resolved: Resolved, ref: TypeRef | null): TypeDef[] {
  const def = definitionOf(resolved, ref === null ? null : unalias(resolved, ref));
  if (!def) return [];
  if (def.kind.kind === 'resource') return [def];
  return partsOf(def.kind).flatMap((part) => resourcesIn(resolved, part));
}

function definitionOf(resolved: Resolved, ref: TypeRef | null): TypeDef | undefined {
  return typeof ref === 'number' ? resolved.types[ref] : undefined;
}

/** The resources that the interfaces of the package speak of, their own and others', by address. */
function usedResources(resolved: Resolved): Map<string, TypeDef> {
  const found = new Map<string, TypeDef>();
  for (const index of resolved.packages[resolved.main]?.interfaces.values() ?? []) {
    for (const type of resolved.interfaces[index]?.types.values() ?? []) {
      for (const def of resourcesIn(resolved, type)) found.set(typeAddress(resolved, def) ?? '', def);
    }
  }
  return found;
}

function withoutPackageVersion(address: string): string {
  return address.replace(/@[^/]*/, '');
}
