import { evidenceOf } from '../fold.ts';
import { type Check, met, pieces } from './check.ts';
import { latestReports, portabilityMet } from './portability-met.ts';

/** The portability criteria are met, or there is a plan to meet them. */
export const portabilityPlanned: Check = {
  summary: 'Is content with planned and partial implementations where as many as wanted are reported.',
  needs: {},
  judge(question) {
    const full = portabilityMet.judge(question);
    if (full.verdict === 'met') return full;
    const underway = latestReports(question).filter(({ state }) => state !== 'none');
    if (underway.length < 2) return full;
    const names = underway.map(({ implementation, state }) => `${implementation} (${state})`).join(', ');
    return met(`There is a plan: ${names}.`, pieces(underway.flatMap(evidenceOf), names));
  },
};
