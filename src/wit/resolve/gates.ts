import type { Attribute } from '../ast.ts';
import type { Gate } from '../resolved.ts';

/** The gate that attributes put before an item; undefined when there is none. */
export function gateOf(attributes: readonly Attribute[]): Gate | undefined {
  if (attributes.length === 0) return undefined;
  let gate: Gate | undefined;
  for (const attribute of attributes) {
    if (attribute.kind === 'external-id') continue;
    gate ??= {};
    if (attribute.kind === 'unstable') gate.unstable ??= attribute.feature.name;
    else gate[attribute.kind] ??= attribute.version.text;
  }
  return gate;
}

/** The text of `@external-id("..")`, if there is one. */
export function externalIdOf(attributes: readonly Attribute[]): string | undefined {
  for (const attribute of attributes) if (attribute.kind === 'external-id') return attribute.value;
  return undefined;
}

export function sameGate(a: Gate | undefined, b: Gate | undefined): boolean {
  return a?.since === b?.since && a?.unstable === b?.unstable && a?.deprecated === b?.deprecated;
}

/** A gate in words, for messages. */
export function gateText(gate: Gate | undefined): string {
  if (gate?.since !== undefined) return `@since(version = ${gate.since})`;
  return gate?.unstable === undefined ? 'no gate' : `@unstable(feature = ${gate.unstable})`;
}
