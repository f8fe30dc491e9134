import { diffArrays } from 'diff';
import type { Finding, Package, Perspective } from '../../wit/index.ts';
import { type OutlineLine, outline } from './outline.ts';

/** A finding, and from which perspectives it is one. */
export interface SharedFinding {
  finding: Finding;
  perspectives: Perspective[];
  /** What differs only because of this. */
  consequences: SharedFinding[];
}

/** One row of a comparison: the same item in both versions, or in one of them. */
export interface Row {
  change: 'same' | 'changed' | 'added' | 'removed';
  old?: OutlineLine;
  new?: OutlineLine;
  findings: SharedFinding[];
}

export interface SideBySide {
  rows: Row[];
  /** What is said about the package as a whole, or about something that no row shows. */
  general: SharedFinding[];
}

/**
 * Two versions of a package item by item, in the order of the newer one, each finding beside the item that it is about.
 * An item that only moved stands where it is now.
 */
export function sideBySide(
  older: Package,
  newer: Package,
  findings: Partial<Record<Perspective, readonly Finding[]>>,
): SideBySide {
  const rows = align(outline(older), outline(newer));
  const byAddress = new Map<string, Row>();
  for (const row of rows) {
    for (const line of [row.old, row.new])
      if (line && !byAddress.has(line.address)) byAddress.set(line.address, row);
  }
  const general: SharedFinding[] = [];
  for (const shared of merged(findings)) {
    const row = rowOf(byAddress, shared.finding.item);
    (row?.findings ?? general).push(shared);
  }
  return { rows, general };
}

function align(older: readonly OutlineLine[], newer: readonly OutlineLine[]): Row[] {
  const before = new Map(older.map((line) => [line.key, line]));
  const after = new Set(newer.map(({ key }) => key));
  const rows: Row[] = [];
  const parts = diffArrays(
    older.map(({ key }) => key),
    newer.map(({ key }) => key),
  );
  let [left, right] = [0, 0];
  for (const { added, removed, value } of parts) {
    for (let count = value.length; count > 0; count -= 1) {
      if (removed) {
        const line = older[left++];
        if (line && !after.has(line.key)) rows.push({ change: 'removed', old: line, findings: [] });
        continue;
      }
      const line = newer[right++];
      if (!added) left += 1;
      if (!line) continue;
      const was = before.get(line.key);
      if (!was) rows.push({ change: 'added', new: line, findings: [] });
      else
        rows.push({
          change: text(was) === text(line) ? 'same' : 'changed',
          old: was,
          new: line,
          findings: [],
        });
    }
  }
  return rows;
}

function text({ parts }: OutlineLine): string {
  return parts.map((part) => part.text).join('');
}

/** The row of an address, or else of what it stands in; versions in it do not count. */
function rowOf(rows: ReadonlyMap<string, Row>, item: string): Row | undefined {
  const plain = item.replace(/@[\w.+-]*?(?=[./]?[a-z%]|$)/g, '');
  for (const address of [item, item.replace(/@\S*$/, ''), plain]) {
    for (let at = address; at.includes('/'); at = at.replace(/[./][^./]*$/, '')) {
      const row = rows.get(at);
      if (row) return row;
    }
  }
  return undefined;
}

/** What several perspectives say alike is said once, and so is what follows from it. */
function merged(findings: Partial<Record<Perspective, readonly Finding[]>>): SharedFinding[] {
  const found = new Map<string, Partial<Record<Perspective, Finding>>>();
  for (const [perspective, list] of Object.entries(findings) as [Perspective, readonly Finding[]][]) {
    for (const finding of list) {
      const key = [finding.rule, finding.severity, finding.item, finding.message].join('\n');
      found.set(key, { ...found.get(key), [perspective]: finding });
    }
  }
  return [...found.values()].flatMap((byPerspective) => {
    const all = Object.entries(byPerspective) as [Perspective, Finding][];
    const [, finding] = all[0] ?? [];
    if (!finding) return [];
    const consequences = merged(Object.fromEntries(all.map(([id, one]) => [id, one.consequences ?? []])));
    return [{ finding, perspectives: all.map(([id]) => id), consequences }];
  });
}
