import { evidenceOf } from '../fold.ts';
import type { Evidence, ImplementationEvent, PortabilityCriteria, TestResult } from '../model.ts';
import { counted, type Judgement, met, pieces, type Question, unknown, unmet } from './check.ts';
import { portabilityOn } from './portability-written.ts';

/** The version of the rule below; the documentation says what each version counts. */
const RULE = 1;

/**
 * Adds what the official tests showed by the day to a judgement of reports. A verdict that reports or statements give
 * stays, with the numbers beside it. Where they leave it unknown, it is met when as many implementations as wanted
 * are complete, by report or by test, on every platform that is named; and unmet when as many as wanted were measured
 * there and too few can still be complete.
 */
export function withResults(
  question: Question,
  reported: Judgement,
  complete: readonly ImplementationEvent[],
): Judgement {
  const { facts, input, proposal } = question;
  const wanted = portabilityOn(proposal, facts.asOf);
  if (!input.results || !proposal?.package || !wanted) return reported;
  const { release, results } = resultsOn(question, input.results, proposal.package);
  const evidence = results.map((one) => runEvidence(one, facts.asOf));
  const all = [...reported.evidence, ...evidence];
  if (reported.verdict !== 'unknown') return { ...reported, evidence: all };
  if (results.length === 0) {
    const what = `results of official tests of ${proposal.package}${release ? ` for ${release}` : ''}`;
    return unknown(`${reported.why} There are no ${what}.`, `${reported.wouldMeet} Missing: ${what}.`, all);
  }
  const standings = standingsOf(results, wanted);
  const passing = standings.filter(({ isComplete }) => isComplete).map(({ runtime }) => runtime);
  const names = new Set([
    ...passing.map((name) => name.toLowerCase()),
    ...complete.flatMap(({ implementation }) => implementation?.toLowerCase() ?? []),
  ]);
  const where = wanted.platforms.length > 0 ? ` on ${wanted.platforms.join(', ')}` : '';
  const tests = `the official tests of ${proposal.package} for ${release}`;
  const told = `By rule ${RULE}, ${counted(passing.length, 'runtime')}${passing.length > 0 ? ` (${passing.join(', ')})` : ''} of ${counted(wanted.implementations, 'wanted implementation')} passed all of ${tests}${where}.`;
  const why = `${reported.why} ${told}`;
  if (names.size >= wanted.implementations && !wanted.production)
    return met(told, pieces([...complete.flatMap(evidenceOf), ...evidence], told));
  const measured = standings.filter(({ isMeasured }) => isMeasured).length;
  const open = standings.filter(({ isComplete, hasFailed }) => !isComplete && !hasFailed).length;
  const lacking = missing(standings, wanted);
  const wouldMeet = [reported.wouldMeet, lacking && `Missing: ${lacking}.`].filter(Boolean).join(' ');
  return measured >= wanted.implementations && names.size + open < wanted.implementations
    ? unmet(why, wouldMeet, pieces(all, why))
    : unknown(why, wouldMeet, all);
}

/** The last result of each runtime on each system by the day, for the release that is asked about. */
function resultsOn(
  { facts, set }: Question,
  all: readonly TestResult[],
  name: string,
): { release: string | undefined; results: TestResult[] } {
  const known = all.filter((one) => one.package === name && one.from <= facts.asOf);
  const newest = known.map(({ release }) => release).sort(byNumber);
  const release = set.release ? lineOf(set.release) : newest.at(-1);
  const last = new Map<string, TestResult>();
  for (const one of known) {
    const key = `${one.runtime}\n${one.system ?? ''}`;
    const before = last.get(key);
    if (one.release === release && (!before || before.from <= one.from)) last.set(key, one);
  }
  return { release, results: [...last.values()] };
}

/** `wasi-0.3` and `preview-3` are the line 0.3; another name is taken as it is. */
function lineOf(release: string): string {
  const [, number, preview] = /(\d+\.\d+)|preview-?(\d+)/u.exec(release) ?? [];
  return number ?? (preview ? `0.${preview}` : release);
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

interface Standing {
  runtime: string;
  /** Whether it passed every test on every platform that is named. */
  isComplete: boolean;
  /** Whether every test was run on every platform that is named. */
  isMeasured: boolean;
  hasFailed: boolean;
  /** The platforms that are named and on which nothing was measured. */
  unseen: string[];
}

function standingsOf(results: readonly TestResult[], { platforms }: PortabilityCriteria): Standing[] {
  return [...new Set(results.map(({ runtime }) => runtime))].sort().map((runtime): Standing => {
    const own = results.filter((one) => one.runtime === runtime);
    const on = (platform: string) => own.filter(({ system }) => system === platform);
    // Without named platforms any system will do: the best one counts.
    const passes = ({ passed, total }: TestResult) => total > 0 && passed === total;
    const ran = ({ passed, failed, total }: TestResult) => passed + failed === total;
    return platforms.length === 0
      ? {
          runtime,
          isComplete: own.some(passes),
          isMeasured: own.some(ran),
          hasFailed: own.every(({ failed }) => failed > 0),
          unseen: [],
        }
      : {
          runtime,
          isComplete: platforms.every((platform) => on(platform).some(passes)),
          isMeasured: platforms.every((platform) => on(platform).some(ran)),
          hasFailed: platforms.some((platform) => on(platform).some(({ failed }) => failed > 0)),
          unseen: platforms.filter((platform) => on(platform).length === 0),
        };
  });
}

/** What would have to be measured, or to pass, before the criterion can be met. */
function missing(
  standings: readonly Standing[],
  { implementations, production }: PortabilityCriteria,
): string {
  const passing = standings.filter(({ isComplete }) => isComplete).length;
  const unseen = [
    ...new Set(standings.filter(({ hasFailed }) => !hasFailed).flatMap((one) => one.unseen)),
  ].sort();
  const more = implementations - passing;
  return [
    ...(unseen.length > 0 ? [`results on ${unseen.join(', ')}`] : []),
    ...(more > 0 ? [counted(more, passing > 0 ? 'further complete runtime' : 'complete runtime')] : []),
    ...(production ? ['a report of its use in production, which tests do not show'] : []),
  ].join('; ');
}

function runEvidence(
  { runtime, version, system, from, to, passed, total, ...of }: TestResult,
  asOf: string,
): Evidence {
  const when = to > asOf ? `since ${from}` : to === from ? `on ${from}` : `from ${from} to ${to}`;
  return {
    kind: 'run',
    path: `${of.package}@${of.release}`,
    detail: `${runtime} ${version} on ${system ?? 'a system that is not told'} passed ${passed} of ${total} tests of ${of.package} for ${of.release}, ${when}`,
    date: from,
  };
}
