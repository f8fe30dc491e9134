import type { CriterionStatus, TrackerInput } from '../../tracker/index.ts';
import { criterionDetail } from './board.ts';
import { type Html, html } from './html.ts';
import type { LaunchLinks } from './launch.ts';
import { verdictBadge } from './verdict.ts';

/** One judged criterion with its title, verdict, reason and evidence. */
export function criterionSection(criterion: CriterionStatus, input: TrackerInput, links: LaunchLinks): Html {
  const title = criterionTitle(criterion, input);
  const page = links.href(`/criteria/${criterion.set}/#${criterion.id}`);
  return html`<section class="criterion ${criterion.verdict}" id="${`${criterion.set}-${criterion.id}`}"><h3><a href="${page}">${title}</a> ${verdictBadge(criterion.verdict)}</h3>${criterionDetail(criterion, links)}</section>`;
}

/** What a criterion is called. */
export function criterionTitle(
  { set, id }: Pick<CriterionStatus, 'set' | 'id'>,
  input: TrackerInput,
): string {
  const criteria = input.criteria.find((one) => one.id === set)?.criteria;
  return criteria?.find((one) => one.id === id)?.title ?? id;
}
