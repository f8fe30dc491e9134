import { type Status, type TrackerInput, versionOn } from '../../tracker/index.ts';
import { inOrder } from '../render/board.ts';

/** What the phases are called, by number. */
const NAMES = [
  'Idea',
  'Feature proposal',
  'Specification text',
  'Implementation',
  'Becoming a standard',
  'Standard',
];

/** A proposal where it stands. */
export interface Standing {
  id: string;
  title: string;
  included: boolean;
  /** Whether its phase is only spoken of, and no vote on it was found. */
  spokenOf: boolean;
  /** A word for a phase that nobody has recorded: how it is known. */
  unreviewed: 'read' | 'listed' | null;
}

/** A phase, what entering it asks for on the day, and who stands there. */
export interface Phase {
  number: number;
  name: string;
  /** Path from the site's root of each criterion's own text. */
  asks: { title: string; path: string }[];
  proposals: Standing[];
}

/** Every proposal in its phase, at the status's date; those without evidence of one stand apart. */
export function phases(status: Status, input: TrackerInput): { phases: Phase[]; unknown: Standing[] } {
  const titles = new Map(input.proposals.map(({ id, title }) => [id, title]));
  const at = (number: number | null): Standing[] =>
    inOrder(status.proposals.filter(({ phase }) => phase === number)).map(
      ({ id, included, phaseBasis, phaseSource }) => ({
        id,
        title: titles.get(id) ?? id,
        included,
        spokenOf: phaseBasis === 'spoken-of',
        unreviewed: phaseSource === 'recorded' ? null : phaseSource,
      }),
    );
  const last = Math.max(NAMES.length - 1, ...status.proposals.map(({ phase }) => phase ?? 0));
  return {
    phases: Array.from({ length: last + 1 }, (_, number) => ({
      number,
      name: NAMES[number] ?? '',
      asks: asked(number, status.asOf, input),
      proposals: at(number),
    })),
    unknown: at(null),
  };
}

function asked(number: number, day: string, { criteria }: TrackerInput): Phase['asks'] {
  return criteria
    .filter((set) => set.judges === 'phase-entry' && set.phase === number)
    .flatMap((set) =>
      set.criteria
        .filter((criterion) => versionOn(criterion, day))
        .map(({ id, title }) => ({ title, path: `/criteria/${set.id}/#${id}` })),
    );
}
