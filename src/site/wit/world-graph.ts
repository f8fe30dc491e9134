import type { World, WorldEntry } from '../../wit/index.ts';
import { escapeHtml } from '../render/escape-html.ts';

const ROW = 22;
const BOX = 222;
const GAP = 76;
const HUB = 124;
const PAD = 12;

interface Group {
  label: string;
  entries: WorldEntry[];
  top: number;
  height: number;
}

/**
 * A picture of a world: what it imports on the left, what it exports on the right, by package, each with a line to the
 * world. Names that something else needs are dashed. It says nothing that the lists beside it do not say.
 * @param url where an entry is shown, if anywhere
 */
export function worldGraph(world: World, url: (entry: WorldEntry) => string | undefined): string {
  const left = grouped(
    // The functions of a resource go without saying.
    world.imports.filter(({ name }) => !name.startsWith('[')),
    world.package,
  );
  const right = grouped(world.exports, world.package);
  const height = Math.max(tall(left), tall(right), 3 * ROW) + 2 * PAD;
  const width = 2 * BOX + 2 * GAP + HUB;
  const middle = height / 2;
  const hub = BOX + GAP;
  const side = (groups: Group[], x: number, anchor: number, to: number) => {
    const offset = (height - tall(groups)) / 2;
    return groups
      .map((group) => {
        const y = offset + group.top;
        const from = y + group.height / 2;
        const bend = (anchor + to) / 2;
        const line = `<path class="edge" d="M${anchor} ${from}C${bend} ${from} ${bend} ${middle} ${to} ${middle}"/>`;
        return line + box(group, x, y, url);
      })
      .join('');
  };
  return `<svg class="world-graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${side(left, 0, BOX, hub)}${side(right, BOX + 2 * GAP + HUB, BOX + 2 * GAP + HUB, hub + HUB)}<rect class="hub" x="${hub}" y="${middle - ROW}" width="${HUB}" height="${2 * ROW}" rx="8"/><text class="hub-name" x="${hub + HUB / 2}" y="${middle + 5}">${escapeHtml(cut(world.name, 16))}</text><text class="side" x="${BOX + GAP / 2}" y="${PAD}">imports</text><text class="side" x="${hub + HUB + GAP / 2}" y="${PAD}">exports</text></svg>`;
}

function box(group: Group, x: number, y: number, url: (entry: WorldEntry) => string | undefined): string {
  const rows = group.entries.map((entry, at) => {
    const name = entry.label ?? entry.name;
    const text = `<text class="entry ${entry.how}" x="${x + 12}" y="${y + (at + 2) * ROW - 7}">${escapeHtml(cut(name, 28))}</text>`;
    const to = url(entry);
    return to ? `<a href="${escapeHtml(to)}" tabindex="-1">${text}</a>` : text;
  });
  return `<rect class="box" x="${x}" y="${y}" width="${BOX}" height="${group.height}" rx="6"/><text class="package" x="${x + 12}" y="${y + ROW - 6}">${escapeHtml(cut(group.label, 30))}</text>${rows.join('')}`;
}

/** Entries by the package that they come from; the world's own functions and interfaces under its own. */
function grouped(entries: readonly WorldEntry[], own: string): Group[] {
  let top = 0;
  return [...Map.groupBy(entries, (entry) => entry.package || own)].map(([label, found]) => {
    const height = (found.length + 1) * ROW + 4;
    const group = { label, entries: found, top, height };
    top += height + PAD;
    return group;
  });
}

function tall(groups: readonly Group[]): number {
  const last = groups.at(-1);
  return last ? last.top + last.height : 0;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
