import type { Func, Gate, Interface, Package, Part, Type, World } from '../../wit/index.ts';

/** An interface or world as Markdown: its documentation, and every item with signature and documentation. */
export function itemMarkdown(one: Interface | World): string {
  const items = [...(one.kind === 'interface' ? one.functions : []), ...one.types];
  const entries = one.kind === 'world' ? [list('Imports', one.imports), list('Exports', one.exports)] : [];
  return [`# ${one.address}`, one.docs, ...entries, ...items.map(section)].filter(Boolean).join('\n\n');
}

/** A package as Markdown: its documentation, and what is in it. */
export function packageMarkdown(pkg: Package): string {
  const named = pkg.interfaces.filter(({ named }) => named);
  return [`# ${pkg.address}`, pkg.docs, list('Interfaces', named), list('Worlds', pkg.worlds)]
    .filter(Boolean)
    .join('\n\n');
}

function list(title: string, things: readonly { address: string }[]): string {
  return things.length === 0
    ? ''
    : [`## ${title}`, things.map(({ address }) => `- \`${address}\``).join('\n')].join('\n\n');
}

function section(item: Func | Type): string {
  const members = 'members' in item ? item.members : [];
  const functions = 'functions' in item ? item.functions : [];
  return [
    `## ${item.kind} ${item.name}`,
    gateText(item.gate),
    `\`\`\`wit\n${plain(item.signature)}\n\`\`\``,
    item.docs,
    members
      .map(({ name, type, docs }) => `- \`${name}${type ? `: ${plain(type)}` : ''}\` ${docs ?? ''}`.trimEnd())
      .join('\n'),
    ...functions.map(section),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function gateText(gate: Gate | undefined): string {
  return Object.entries(gate ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

function plain(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
