import type { Problem } from '../../problem.ts';
import { guess } from '../../schema/index.ts';
import { CHECKS } from '../checks/index.ts';
import type { Authored, TrackerEvent } from '../model.ts';
import { type Content, errorAt, type Folder } from './content.ts';

/** Everything that a file calls by name exists: proposals, sets, criteria, releases, worlds, checks, events. */
export function knownNames(content: Content): Problem[] {
  const names: Record<NameKind, string[]> = {
    proposal: content.proposals.map(({ value }) => value.id),
    set: content.criteria.map(({ value }) => value.id),
    criterion: content.criteria.flatMap(({ value }) => value.criteria.map(({ id }) => `${value.id}/${id}`)),
    release: content.criteria.flatMap(({ value }) => (value.release ? [value.release] : [])),
    world: content.proposals.flatMap(({ value }) => value.worlds),
    event: content.events.map(({ value }) => value.id),
    check: Object.keys(CHECKS),
  };
  const known = (file: Authored<unknown>, key: string, kind: NameKind, name: string | undefined) =>
    name === undefined ||
    names[kind].includes(name) ||
    content.unread?.some((folder) => folder === HOME[kind])
      ? []
      : [
          errorAt(
            file,
            key,
            `unknown-${kind}`,
            `expected a known ${kind}, found "${name}"`,
            guess(name, names[kind]),
          ),
        ];
  return [
    ...content.proposals.flatMap((file) => [
      ...known(file, 'partOf', 'proposal', file.value.partOf),
      ...(file.value.dependsOn ?? []).flatMap(({ release }, i) =>
        known(file, `dependsOn.${i}.release`, 'release', release),
      ),
      ...(file.value.dependsOn ?? []).flatMap(({ proposal }, i) =>
        known(file, `dependsOn.${i}.proposal`, 'proposal', proposal),
      ),
    ]),
    ...content.criteria.flatMap((file) => [
      ...known(file, 'closedBy', 'release', file.value.closedBy),
      ...file.value.criteria.flatMap(({ check }, i) => known(file, `criteria.${i}.check`, 'check', check)),
    ]),
    ...content.events.flatMap((file) =>
      namesIn(file.value).flatMap(([key, kind, name]) => known(file, key, kind, name)),
    ),
  ];
}

type NameKind = 'proposal' | 'set' | 'criterion' | 'release' | 'world' | 'event' | 'check';

/** The folder whose files give names of a kind. */
const HOME: Record<NameKind, Folder | null> = {
  proposal: 'proposals',
  world: 'proposals',
  set: 'criteria',
  criterion: 'criteria',
  release: 'criteria',
  event: 'events',
  check: null,
};

function namesIn(event: TrackerEvent): [key: string, kind: NameKind, name: string | undefined][] {
  const proposals: [string, NameKind, string | undefined][] =
    event.kind === 'implementation'
      ? event.proposals.map((name, i) => [`proposals.${i}`, 'proposal', name])
      : [['proposal', 'proposal', 'proposal' in event ? event.proposal : undefined]];
  const sets = 'criteria' in event ? (event.criteria ?? []) : [];
  return [
    ...proposals,
    ...sets.map((name, i): [string, NameKind, string] => [`criteria.${i}`, 'set', name]),
    ['release', 'release', 'release' in event ? event.release : undefined],
    ['world', 'world', event.kind === 'inclusion' ? event.world : undefined],
    ['into', 'proposal', event.kind === 'ended' ? event.into : undefined],
    ['criterion', 'criterion', event.kind === 'statement' ? event.criterion : undefined],
    ['corrects', 'event', event.kind === 'correction' ? event.corrects : undefined],
  ];
}
