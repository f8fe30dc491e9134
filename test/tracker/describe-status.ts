import type { CriterionStatus, Evidence, Status } from '../../src/tracker/index.ts';

/** A status as lines to compare: phases, standings, verdicts, and the events behind each. */
export function describeStatus({ asOf, proposals, launch, laterReleases }: Status): string {
  const lines = [
    `as of ${asOf}`,
    ...proposals.flatMap(
      ({
        id,
        phase,
        phaseBasis,
        phaseEvidence,
        standing,
        inclusion,
        criteria,
        currentPhase,
        nextPhase,
        other,
      }) => [
        `${id}: phase ${phase ?? 'unknown'}${phaseBasis ? ` (${phaseBasis})` : ''}${by(phaseEvidence)}; ${standing}${by(inclusion)}`,
        ...verdicts(criteria),
        ...(currentPhase ? [`  at phase ${currentPhase.phase}`, ...verdicts(currentPhase.criteria)] : []),
        ...(nextPhase ? [`  to enter phase ${nextPhase.phase}`, ...verdicts(nextPhase.criteria)] : []),
        ...verdicts(other),
      ],
    ),
    `preview-2: ${launch.launched ?? 'not launched'}`,
    ...verdicts(launch.criteria),
    ...laterReleases.flatMap((release) => [
      `${release.id}: ${release.launch.launched ?? 'not launched'}`,
      ...verdicts(release.launch.criteria),
      ...release.proposals.map(({ id, standing, inclusion, criteria }) =>
        [`  ${id}: ${standing}${by(inclusion)}`, ...verdicts(criteria).map((line) => line.trim())].join(
          ' | ',
        ),
      ),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function verdicts(criteria: CriterionStatus[]): string[] {
  return criteria.map(({ set, id, verdict, evidence }) => `  ${set}/${id}: ${verdict}${by(evidence)}`);
}

function by(evidence: Evidence[]): string {
  const sources = new Set(evidence.map(({ kind, event }) => event ?? kind));
  return sources.size > 0 ? ` by ${[...sources].join(', ')}` : '';
}
