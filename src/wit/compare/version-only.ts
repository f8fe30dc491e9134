import type { FuncDef, Gate, InterfaceDef, TypeRef } from '../resolve/resolved.ts';
import { type ComparedVersions, existence, type Pair, sameDeclaration, sameType } from './pairing/index.ts';
import { RULES } from './rules/index.ts';

/** Rules about versions alone: what they find is no other difference. */
const ABOUT_VERSIONS = new Set(['version-bump', 'since-changed', 'since-beyond-version']);

/**
 * Whether two versions of a package are equal but for version numbers: its items, their types, gates and the kind of
 * these, and the interfaces of other packages that its worlds import and export.
 */
export function isVersionOnly(versions: ComparedVersions, pairs: readonly Pair[]): boolean {
  const anyTrack: ComparedVersions = { ...versions, anyTrack: true };
  return pairs.every(
    (pair) =>
      existence(pair) === undefined &&
      sameKindOfGate(pair.gates.old, pair.gates.new) &&
      sameForeign(anyTrack, pair) &&
      RULES.every((rule) => ABOUT_VERSIONS.has(rule.id) || rule.check(pair, anyTrack, []).length === 0),
  );
}

/** Gates say the same but for the versions that they name. */
export function sameKindOfGate(a: Gate | undefined, b: Gate | undefined): boolean {
  const kind = (gate: Gate | undefined) =>
    `${gate?.since !== undefined} ${gate?.deprecated !== undefined} ${gate?.unstable}`;
  return kind(a) === kind(b);
}

/** Whether what a world has of another package is the same there. */
function sameForeign(versions: ComparedVersions, pair: Pair): boolean {
  if (pair.kind !== 'entry' || pair.old?.kind !== 'interface' || pair.new?.kind !== 'interface') return true;
  const [old, now] = [
    versions.old.interfaces[pair.old.interface],
    versions.new.interfaces[pair.new.interface],
  ];
  return !old || !now || old.package === versions.old.main || sameInterface(versions, old, now);
}

function sameInterface(versions: ComparedVersions, old: InterfaceDef, now: InterfaceDef): boolean {
  return (
    sameKindOfGate(old.gate, now.gate) &&
    sameKeys(old.types, now.types) &&
    sameKeys(old.functions, now.functions) &&
    [...old.types].every(([name, type]) => sameTypeThere(versions, type, now.types.get(name))) &&
    [...old.functions].every(([name, func]) => sameFunction(versions, func, now.functions.get(name)))
  );
}

function sameKeys(old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): boolean {
  return old.size === now.size && [...old.keys()].every((key) => now.has(key));
}

function sameTypeThere(versions: ComparedVersions, old: number, now: number | undefined): boolean {
  const [a, b] = [versions.old.types[old], versions.new.types[now ?? -1]];
  return (
    a !== undefined && b !== undefined && sameKindOfGate(a.gate, b.gate) && sameDeclaration(versions, a, b)
  );
}

function sameFunction(versions: ComparedVersions, old: FuncDef, now: FuncDef | undefined): boolean {
  if (!now || old.async !== now.async || !sameKindOfGate(old.gate, now.gate)) return false;
  const same = (a: TypeRef | null, b: TypeRef | null) => sameType(versions, a, b);
  return (
    old.params.length === now.params.length &&
    old.params.every(({ name, type }, index) => {
      const other = now.params[index];
      return other?.name === name && same(type, other.type);
    }) &&
    same(old.result, now.result)
  );
}
