import { type Judgement, type Question, unknown } from './checks/check.ts';
import { CHECKS } from './checks/index.ts';
import type { Facts } from './fold.ts';
import type {
  CriteriaSet,
  Criterion,
  CriterionStatus,
  CriterionVersion,
  Day,
  Proposal,
  Stage,
  TrackerInput,
} from './model.ts';

/**
 * The criteria of a set on a day, judged for a proposal, or for the release when it is null. Empty before anything
 * was promised; all unknown until they are adopted.
 */
export function judgeSet(
  input: TrackerInput,
  facts: Facts,
  set: CriteriaSet,
  proposal: Proposal | null,
): CriterionStatus[] {
  const stage = stageOn(set, facts.asOf);
  if (!stage) return [];
  return standing(set, stage, facts.asOf).map((criterion) => ({
    id: criterion.id,
    set: set.id,
    ...(stage.state === 'adopted' ? judge({ input, facts, set, criterion, proposal }) : tooEarly(stage)),
  }));
}

/** How far a set had come on a day. */
export function stageOn(set: CriteriaSet, day: Day): Stage | undefined {
  return set.stages.findLast(({ from }) => from <= day);
}

/** The wording of a criterion that stands on a day. */
export function versionOn(criterion: Criterion, day: Day): CriterionVersion | undefined {
  return criterion.versions.findLast(({ from, until }) => from <= day && (!until || day < until));
}

/** The criteria that have a text on the day; while they are only promised, those that were adopted later. */
function standing(set: CriteriaSet, stage: Stage, day: Day): Criterion[] {
  const adopted = set.stages.find(({ state }) => state === 'adopted')?.from ?? stage.from;
  return set.criteria.filter((criterion) => versionOn(criterion, stage.state === 'promised' ? adopted : day));
}

function judge(question: Question): Judgement {
  const { check } = question.criterion;
  return CHECKS[check]?.judge(question) ?? unknown(`There is no check "${check}".`, `A check "${check}".`);
}

function tooEarly({ state, from, source }: Stage): Judgement {
  const why =
    state === 'promised'
      ? `Criteria were promised on ${from}; no text was known yet.`
      : `The text was presented on ${from} and not adopted yet.`;
  return unknown(why, 'Nothing is judged before the criteria are adopted.', source);
}
