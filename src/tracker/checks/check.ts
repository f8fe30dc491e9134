import type { Facts } from '../fold.ts';
import type { CriteriaSet, Criterion, Evidence, Proposal, TrackerInput, Verdict } from '../model.ts';

/** One way to judge a criterion. */
export interface Check {
  /** What it looks at, in one sentence. */
  summary: string;
  /** The keys of the criterion's `with` that it needs, and how each is written. */
  needs: Record<string, 'number' | 'string'>;
  /** Judges one proposal, or a release when the proposal is null. */
  judge(question: Question): Judgement;
}

export interface Question {
  facts: Facts;
  input: TrackerInput;
  set: CriteriaSet;
  criterion: Criterion;
  proposal: Proposal | null;
}

export interface Judgement {
  verdict: Verdict;
  why: string;
  wouldMeet: string;
  evidence: Evidence[];
}

/** At least one piece: without evidence nothing is met or unmet. */
export type Pieces = [Evidence, ...Evidence[]];

export function met(why: string, evidence: Pieces): Judgement {
  return { verdict: 'met', why, wouldMeet: '', evidence };
}

export function unmet(why: string, wouldMeet: string, evidence: Pieces): Judgement {
  return { verdict: 'unmet', why, wouldMeet, evidence };
}

export function unknown(why: string, wouldMeet: string, evidence: Evidence[] = []): Judgement {
  return { verdict: 'unknown', why, wouldMeet, evidence };
}

/** `1 proposal`, `2 proposals` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A conclusion that follows from other verdicts or facts. */
export function rule(detail: string): Evidence {
  return { kind: 'rule', detail };
}

/** The evidence as pieces; when there is none, the fact itself is the rule that is cited. */
export function pieces(evidence: readonly Evidence[], otherwise: string): Pieces {
  const [first, ...more] = evidence;
  return first ? [first, ...more] : [rule(otherwise)];
}

export function numberIn(criterion: Criterion, key: string): number {
  return Number(criterion.with[key]);
}

export function textIn(criterion: Criterion, key: string): string {
  return String(criterion.with[key]);
}
