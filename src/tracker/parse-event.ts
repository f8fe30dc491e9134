import type { Parsed, SourceFile } from '../problem.ts';
import type { Authored, Basis, Outcome, TrackerEvent } from './model.ts';
import { readYaml } from './yaml/document.ts';
import { id, someEvidence, tally, witAddress } from './yaml/parts.ts';
import {
  choice,
  complain,
  day,
  flag,
  list,
  mapped,
  oneOf,
  optional,
  record,
  required,
  type Shape,
  text,
  whole,
} from './yaml/shape.ts';

type WithoutId<E> = E extends TrackerEvent ? Omit<E, 'id'> : never;
type Written<K extends TrackerEvent['kind']> = Omit<Extract<TrackerEvent, { kind: K }>, 'id'>;

const common = {
  date: required(day),
  title: required(text()),
  note: optional(text()),
  evidence: required(someEvidence),
};

const decided = {
  basis: required(oneOf<Basis>('vote', 'consent', 'spoken-of')),
  outcome: required(oneOf<Outcome>('passed', 'failed', 'postponed', 'unstated')),
  tally: optional(tally),
};

const count = whole(0, 1_000_000);

const criterionAddress = text(
  /^[a-z0-9.-]+\/[a-z0-9.-]+$/,
  'a criterion like preview-2-inclusion/portability',
);

const SHAPES: { [K in TrackerEvent['kind']]: Shape<Written<K>> } = {
  phase: record<Written<'phase'>>({
    kind: required(oneOf('phase')),
    ...common,
    proposal: required(id),
    phase: required(whole(0, 5)),
    ...decided,
    release: optional(id),
  }),
  inclusion: record<Written<'inclusion'>>({
    kind: required(oneOf('inclusion')),
    ...common,
    proposal: required(id),
    world: required(witAddress),
    release: required(id),
    ...decided,
  }),
  launch: record<Written<'launch'>>({
    kind: required(oneOf('launch')),
    ...common,
    release: required(id),
    ...decided,
  }),
  decision: record<Written<'decision'>>({
    kind: required(oneOf('decision')),
    ...common,
    subject: required(text()),
    proposal: optional(id),
    criteria: optional(list(id)),
    ...decided,
  }),
  presentation: record<Written<'presentation'>>({
    kind: required(oneOf('presentation')),
    ...common,
    proposal: optional(id),
    criteria: optional(list(id)),
  }),
  scheduled: record<Written<'scheduled'>>({
    kind: required(oneOf('scheduled')),
    ...common,
    subject: required(text()),
    proposal: optional(id),
    on: required(day),
  }),
  change: record<Written<'change'>>({
    kind: required(oneOf('change')),
    ...common,
    proposal: required(id),
    change: required(oneOf('added', 'removed', 'changed')),
    items: required(list(text())),
  }),
  implementation: record<Written<'implementation'>>({
    kind: required(oneOf('implementation')),
    ...common,
    proposals: required(list(id)),
    implementation: optional(text()),
    state: required(oneOf('none', 'planned', 'partial', 'complete')),
    tests: optional(
      record<{ passed: number; total: number }>({ passed: required(count), total: required(count) }),
    ),
    platforms: optional(list(oneOf('windows', 'macos', 'linux')), []),
    production: optional(flag, false),
  }),
  statement: record<Written<'statement'>>({
    kind: required(oneOf('statement')),
    ...common,
    proposal: required(id),
    criterion: required(criterionAddress),
    holds: required(flag),
  }),
  correction: record<Written<'correction'>>({
    kind: required(oneOf('correction')),
    ...common,
    corrects: required(text()),
    effect: required(oneOf('always', 'from-now')),
  }),
};

const event: Shape<WithoutId<TrackerEvent>> = mapped(
  choice<WithoutId<TrackerEvent>>('kind', SHAPES),
  (found, place) => {
    const name = fileStem(place.file.path);
    if (!name.startsWith(`${found.date}-`)) {
      complain(
        place,
        `expected a file named ${found.date}-<what-happened>.yml, found ${name}.yml`,
        undefined,
        'file-name',
      );
    }
    return found;
  },
);

/** Reads `content/events/<date>-<slug>.yml`; the file's name is the event's id. */
export function parseEvent(file: SourceFile): Parsed<Authored<TrackerEvent> | null> {
  const { value, problems } = readYaml(file, event);
  if (!value) return { value: null, problems };
  const named = { id: fileStem(file.path), ...value.value } as TrackerEvent;
  return { value: { ...value, value: named }, problems };
}

function fileStem(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
}
