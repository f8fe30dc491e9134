import type { Attribute } from '../syntax/ast.ts';
import type { Gate } from './resolved.ts';

/** The last gate made of one `@since`: the items of a package share a few. */
let lastSince: Gate = { since: '', unstable: undefined, deprecated: undefined };

/** The gate that attributes put before an item; undefined when there is none. It is shared: never change it. */
export function gateOf(attributes: readonly Attribute[]): Gate | undefined {
  const [only] = attributes;
  if (!only) return undefined;
  if (attributes.length === 1 && only.kind === 'since') {
    const { text } = only.version;
    if (lastSince.since !== text) lastSince = { since: text, unstable: undefined, deprecated: undefined };
    return lastSince;
  }
  let since: string | undefined;
  let unstable: string | undefined;
  let deprecated: string | undefined;
  for (const attribute of attributes) {
    if (attribute.kind === 'since') since ??= attribute.version.text;
    else if (attribute.kind === 'unstable') unstable ??= attribute.feature.name;
    else if (attribute.kind === 'deprecated') deprecated ??= attribute.version.text;
  }
  const isGate = since !== undefined || unstable !== undefined || deprecated !== undefined;
  return isGate ? { since, unstable, deprecated } : undefined;
}

/** The text of `@external-id("..")`, if there is one. */
export function externalIdOf(attributes: readonly Attribute[]): string | undefined {
  for (const attribute of attributes) if (attribute.kind === 'external-id') return attribute.value;
  return undefined;
}

export function sameGate(a: Gate | undefined, b: Gate | undefined): boolean {
  return a?.since === b?.since && a?.unstable === b?.unstable && a?.deprecated === b?.deprecated;
}

/** A gate as the reference tool writes it into its message about two that differ. */
export function gateDump({ since, unstable, deprecated }: Gate): string {
  const until = deprecated === undefined ? 'None' : `Some(${versionDump(deprecated)})`;
  return since === undefined
    ? `Unstable { feature: "${unstable}", deprecated: ${until} }`
    : `Stable { since: ${versionDump(since)}, deprecated: ${until} }`;
}

function versionDump(text: string): string {
  const [, major, minor, patch, , pre, , build] =
    /^(\d+)\.(\d+)\.(\d+)(-([^+]*))?(\+(.*))?$/.exec(text) ?? [];
  const more = `${pre ? `, pre: Prerelease("${pre}")` : ''}${build ? `, build: BuildMetadata("${build}")` : ''}`;
  return `Version { major: ${major}, minor: ${minor}, patch: ${patch}${more} }`;
}

/** A gate in words, for messages. */
export function gateText(gate: Gate | undefined): string {
  if (gate?.since !== undefined) return `@since(version = ${gate.since})`;
  return gate?.unstable === undefined ? 'no gate' : `@unstable(feature = ${gate.unstable})`;
}
