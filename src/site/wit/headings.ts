import type { Interface, World } from '../../wit/index.ts';
import { anchorOf } from './addresses.ts';

/** The table of contents of an interface's or a world's page. */
export function headingsOfItem(
  one: Interface | World,
  { used, happened, lost }: { used: boolean; happened: boolean; lost: boolean },
): { depth: number; slug: string; text: string }[] {
  const section = (slug: string, text: string, items: { kind: string; name: string; address: string }[]) =>
    items.length === 0
      ? []
      : [
          { depth: 2, slug, text },
          ...items.map(({ kind, name, address }) => ({
            depth: 3,
            slug: anchorOf(kind, address),
            text: name,
          })),
        ];
  return [
    ...(one.kind === 'world'
      ? [
          { depth: 2, slug: 'imports', text: 'Imports' },
          { depth: 2, slug: 'exports', text: 'Exports' },
        ]
      : []),
    ...(one.kind === 'interface' ? section('functions', 'Functions', one.functions) : []),
    ...section('types', 'Types', one.types),
    ...(used ? [{ depth: 2, slug: 'used', text: one.kind === 'world' ? 'Included by' : 'Used by' }] : []),
    ...(lost ? [{ depth: 2, slug: 'gone', text: 'No longer here' }] : []),
    ...(happened ? [{ depth: 2, slug: 'events', text: 'What happened' }] : []),
  ];
}
