import type { Gate, Resolved } from '../resolve/resolved.ts';
import { compareVersions } from '../version.ts';
import { compare, flatFindings, membersOf, NOT_A_CHANGE } from './index.ts';
import { type Pair, pairUp } from './pairing/index.ts';

/** What a release did to an item. */
export type LifeEvent = 'added' | 'gated' | 'stabilised' | 'deprecated' | 'changed' | 'removed';

/** One thing that happened to an item, and in which release. */
export interface LifeMoment {
  release: string;
  event: LifeEvent;
  /** Of `gated` the feature, of `deprecated` the version it names, of `changed` what changed. */
  detail?: string;
}

export interface ItemLife {
  /** `wasi:http/types.fields.get`. */
  item: string;
  kind: Exclude<Pair['kind'], 'package' | 'entry'> | 'member' | 'import' | 'export';
  events: LifeMoment[];
}

/** A package through its releases. */
export interface PackageHistory {
  /** `wasi:http`. */
  package: string;
  /** In order of precedence, not of time. */
  releases: string[];
  items: ItemLife[];
}

interface Present {
  kind: ItemLife['kind'];
  gate?: Gate;
}

/** The lives of all items over releases of packages; those without a version are left out, they have no place in the order. */
export function history(releases: readonly Resolved[]): PackageHistory[] {
  const byPackage = new Map<string, Resolved[]>();
  for (const release of releases.filter(versionOf)) {
    const main = release.packages[release.main];
    const name = `${main?.namespace}:${main?.name}`;
    const known = byPackage.get(name);
    if (known) known.push(release);
    else byPackage.set(name, [release]);
  }
  return [...byPackage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, found]) =>
      packageHistory(
        name,
        found.toSorted((a, b) => compareVersions(versionOf(a), versionOf(b))),
      ),
    );
}

function versionOf(release: Resolved): string {
  return release.packages[release.main]?.version ?? '';
}

function packageHistory(name: string, releases: readonly Resolved[]): PackageHistory {
  const lives = new Map<string, ItemLife>();
  let before: { release: Resolved; items: Map<string, Present> } | undefined;
  for (const release of releases) {
    const items = itemsOf(release);
    const note = (item: string, kind: ItemLife['kind'], event: LifeEvent, detail?: string) => {
      const life = lives.get(item) ?? { item, kind, events: [] };
      life.events.push({ release: versionOf(release), event, ...(detail && { detail }) });
      lives.set(item, life);
    };
    for (const [item, { kind, gate }] of items) {
      const was = before?.items.get(item);
      if (!was) note(item, kind, 'added');
      for (const [event, detail] of gateEvents(was?.gate, gate, was !== undefined))
        note(item, kind, event, detail);
    }
    if (before) {
      for (const [item, message] of changes(before.release, release)) {
        const kind = items.get(item)?.kind;
        if (kind && before.items.has(item)) note(item, kind, 'changed', message);
      }
      for (const [item, { kind }] of before.items) if (!items.has(item)) note(item, kind, 'removed');
    }
    before = { release, items };
  }
  return { package: name, releases: releases.map(versionOf), items: [...lives.values()] };
}

/** Everything in a release that has an address, with its gate. */
function itemsOf(release: Resolved): Map<string, Present> {
  const items = new Map<string, Present>();
  for (const pair of pairUp({ old: release, new: release, perspective: 'guest' })) {
    if (pair.kind === 'package') continue;
    const kind = pair.kind === 'entry' ? pair.direction : pair.kind;
    if (!items.has(pair.address)) items.set(pair.address, { kind, gate: pair.gates.new });
    const members = pair.kind === 'type' ? (membersOf(pair.new)?.members ?? []) : [];
    for (const member of members) items.set(`${pair.address}.${member.name}`, { kind: 'member' });
  }
  return items;
}

function gateEvents(was: Gate | undefined, is: Gate | undefined, wasThere: boolean): [LifeEvent, string?][] {
  const events: [LifeEvent, string?][] = [];
  if (is?.unstable && !was?.unstable) events.push(['gated', is.unstable]);
  if (wasThere && was?.unstable && !is?.unstable) events.push(['stabilised', is?.since]);
  if (is?.deprecated && !was?.deprecated) events.push(['deprecated', is.deprecated]);
  return events;
}

/** A field, case or flag that comes or goes is a change of its type. */
const MEMBER_RULE = /^(field|case|flag)-(added|removed)$/;

/** What changed in items that both releases have, by item. */
function changes(before: Resolved, after: Resolved): [item: string, message: string][] {
  return flatFindings(compare(before, after).findings)
    .filter((finding) => finding.severity !== 'policy')
    .flatMap(({ rule, item, message }): [string, string][] => {
      if (MEMBER_RULE.test(rule)) return [[item.slice(0, item.lastIndexOf('.')), message]];
      return NOT_A_CHANGE.test(rule) ? [] : [[item, message]];
    });
}
