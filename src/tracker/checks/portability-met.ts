import { evidenceOf } from '../fold.ts';
import type { ImplementationEvent } from '../model.ts';
import { type Check, counted, type Judgement, met, pieces, type Question, unknown, unmet } from './check.ts';
import { portabilityOn } from './portability-written.ts';
import { withResults } from './test-results.ts';

/** Enough implementations are complete, by report or by test, on every platform that the proposal's own criteria name. */
export const portabilityMet: Check = {
  summary:
    'Counts the implementations that people reported, and those that pass the official tests, against what the proposal asks of itself.',
  needs: {},
  judge(question) {
    return withResults(question, portabilityReported(question), completeReports(question));
  },
};

/** The same from what people reported and stated alone. */
export function portabilityReported(question: Question): Judgement {
  const { facts, proposal } = question;
  const wanted = portabilityOn(proposal, facts.asOf);
  const reports = latestReports(question);
  const stated = facts.statements.findLast(
    (statement) => statement.proposal === proposal?.id && statement.criterion === addressOf(question),
  );
  const evidence = [...reports, ...(stated ? [stated] : [])].flatMap(evidenceOf);
  if (!wanted)
    return unknown(
      'No portability criteria are recorded here.',
      'Portability criteria in the proposal.',
      evidence,
    );
  const wouldMeet = `Reports of ${counted(wanted.implementations, 'complete implementation')} that meet: ${wanted.text}`;
  const complete = completeReports(question);
  const why = describe(reports, complete.length, wanted.implementations);
  if (complete.length >= wanted.implementations) return met(why, pieces(complete.flatMap(evidenceOf), why));
  if (stated && !stated.holds) return unmet(stated.title, wouldMeet, pieces(evidence, stated.title));
  if (stated && reports.length === 0) return met(stated.title, pieces(evidence, stated.title));
  return unknown(why, wouldMeet, evidence);
}

function completeReports(question: Question): ImplementationEvent[] {
  const wanted = portabilityOn(question.proposal, question.facts.asOf);
  return latestReports(question).filter(
    ({ state, platforms, production }) =>
      wanted &&
      state === 'complete' &&
      wanted.platforms.every((platform) => platforms.includes(platform)) &&
      (production || !wanted.production),
  );
}

/** The last report on each implementation of the proposal; "there is none" is dropped once there is one. */
export function latestReports({ facts, proposal }: Question): ImplementationEvent[] {
  const latest = new Map<string, ImplementationEvent>();
  for (const report of facts.implementations) {
    if (!report.proposals.includes(proposal?.id ?? '')) continue;
    if (report.implementation) latest.delete('');
    latest.set(report.implementation ?? '', report);
  }
  return [...latest.values()];
}

function addressOf({ set, criterion }: Question): string {
  return `${set.id}/${criterion.id}`;
}

function describe(reports: ImplementationEvent[], complete: number, wanted: number): string {
  if (reports.length === 0) return 'Nobody has reported an implementation here.';
  const list = reports.map(({ implementation, state, tests }) => {
    const passed = tests ? `, ${tests.passed} of ${tests.total} tests` : '';
    return implementation ? `${implementation} (${state}${passed})` : 'none';
  });
  return `Reports show ${complete} of ${counted(wanted, 'implementation')} that meet all of it; reported: ${list.join(', ')}.`;
}
