import type { Func, Interface, Package, Part, Source, Type, World, WorldEntry } from '../../wit/index.ts';

/** One line of a package in short: an item, or the head of something that holds items. */
export interface OutlineLine {
  /** What it is matched by between versions. */
  key: string;
  /** The address that findings name it by. */
  address: string;
  depth: number;
  parts: Part[];
  source?: Source;
}

/** A package in one line an item, without documentation, gates and the habits of its files: what versions are compared by. */
export function outline(pkg: Package): OutlineLine[] {
  return [
    ...pkg.worlds.flatMap(worldLines),
    ...pkg.interfaces.filter(({ named }) => named).flatMap((one) => interfaceLines(one, 0)),
  ];
}

function worldLines(world: World): OutlineLine[] {
  const own = new Set(world.types.flatMap(({ functions }) => functions.map(({ address }) => address)));
  const entry =
    (direction: 'import' | 'export') =>
    (one: WorldEntry): OutlineLine[] =>
      own.has(one.address) || one.kind === 'type'
        ? []
        : [
            {
              key: `${world.address} ${direction} ${one.label ?? one.address}`,
              address: `${world.address}.${one.label ?? (one.func || one.address.startsWith(`${world.address}.`) ? one.name : one.address)}`,
              depth: 1,
              // The signature of a function in a world begins with `import` or `export` itself.
              parts: one.func?.signature.map((part) => calledHere(part, one)) ?? [
                word(`${direction} `),
                { text: one.label ?? one.address, kind: 'interface', link: one } as const,
              ],
              ...(one.func && { source: one.func.source }),
            },
            ...(one.inline && one.address.startsWith(`${world.address}.`)
              ? interfaceLines(one.inline, 2).slice(1)
              : []),
          ];
  return [
    head(world, 'world', 0),
    ...world.types.flatMap((type) => typeLines(type, 1)),
    ...world.imports.flatMap(entry('import')),
    ...world.exports.flatMap(entry('export')),
  ];
}

/** The name that a world gives to a function which it includes under another. */
function calledHere(part: Part, { name, func }: WorldEntry): Part {
  return part.kind === 'function' && part.text.replace(/^%/, '') === func?.name
    ? { ...part, text: name }
    : part;
}

function interfaceLines(one: Interface, depth: number): OutlineLine[] {
  return [
    head(one, 'interface', depth),
    ...one.types.flatMap((type) => typeLines(type, depth + 1)),
    ...one.functions.map((func) => line(func, depth + 1)),
  ];
}

function head(one: Interface | World, kind: 'interface' | 'world', depth: number): OutlineLine {
  return {
    key: one.address,
    address: one.address,
    depth,
    parts: [word(`${kind} `), { text: one.name, kind, link: one }],
    source: one.source,
  };
}

function typeLines(type: Type, depth: number): OutlineLine[] {
  return [
    line(type, depth),
    ...type.members.map((member) => ({
      key: member.address,
      address: member.address,
      depth: depth + 1,
      parts: [
        { text: member.name, kind: 'field', link: member } as const,
        ...(member.type ? [{ text: ': ', kind: 'punctuation' } as const, ...member.type] : []),
      ],
      source: member.source,
    })),
    ...type.functions.map((func) => line(func, depth + 1)),
  ];
}

function line(item: Func | Type, depth: number): OutlineLine {
  return { key: item.address, address: item.address, depth, parts: item.signature, source: item.source };
}

function word(text: string): Part {
  return { text, kind: 'keyword' };
}
