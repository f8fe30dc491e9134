import type { Check } from './check.ts';
import { dependenciesAtPhase } from './dependencies-at-phase.ts';
import { dependenciesIncluded } from './dependencies-included.ts';
import { inclusionVote } from './inclusion-vote.ts';
import { launchVote } from './launch-vote.ts';
import { phaseReached } from './phase-reached.ts';
import { phaseVote } from './phase-vote.ts';
import { portabilityMet } from './portability-met.ts';
import { portabilityPlanned } from './portability-planned.ts';
import { portabilityWritten } from './portability-written.ts';
import { published } from './published.ts';
import { stability } from './stability.ts';
import { stated } from './stated.ts';
import { witDocumented } from './wit-documented.ts';
import { witExists } from './wit-exists.ts';
import { worldsDefined } from './worlds-defined.ts';
import { worldsIncluded } from './worlds-included.ts';

/** Every check by the name that criteria give it. A new one is a file and a line here. */
export const CHECKS: Record<string, Check> = {
  'dependencies-at-phase': dependenciesAtPhase,
  'dependencies-included': dependenciesIncluded,
  'inclusion-vote': inclusionVote,
  'launch-vote': launchVote,
  'phase-reached': phaseReached,
  'phase-vote': phaseVote,
  'portability-met': portabilityMet,
  'portability-planned': portabilityPlanned,
  'portability-written': portabilityWritten,
  published,
  stability,
  stated,
  'wit-documented': witDocumented,
  'wit-exists': witExists,
  'worlds-defined': worldsDefined,
  'worlds-included': worldsIncluded,
};
