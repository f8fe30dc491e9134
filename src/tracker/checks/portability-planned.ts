import { evidenceOf } from '../fold.ts';
import { type Check, met, pieces } from './check.ts';
import { latestReports, portabilityMet, portabilityReported } from './portability-met.ts';

/** The portability criteria are met, or there is a plan to meet them. */
export const portabilityPlanned: Check = {
  summary: 'Is content with planned and partial implementations where as many as wanted are reported.',
  needs: {},
  judge(question) {
    const full = portabilityMet.judge(question);
    if (full.verdict === 'met') return full;
    // That tests fail does not mean that there is no plan to pass them.
    const reported = portabilityReported(question);
    const otherwise = full.verdict === reported.verdict ? full : { ...full, verdict: reported.verdict };
    const underway = latestReports(question).filter(({ state }) => state !== 'none');
    if (underway.length < 2) return otherwise;
    const names = underway.map(({ implementation, state }) => `${implementation} (${state})`).join(', ');
    return met(`There is a plan: ${names}.`, pieces(underway.flatMap(evidenceOf), names));
  },
};
