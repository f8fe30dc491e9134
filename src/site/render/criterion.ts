import type { CriterionStatus, TrackerInput } from '../../tracker/index.ts';
import { criterionDetail } from './board.ts';
import { escapeHtml } from './escape-html.ts';
import type { LaunchLinks } from './launch.ts';
import { verdictBadge } from './verdict.ts';

/** One judged criterion with its title, verdict, reason and evidence. */
export function criterionSection(
  criterion: CriterionStatus,
  input: TrackerInput,
  links: LaunchLinks,
): string {
  const title = criterionTitle(criterion, input);
  const page = links.href(`/criteria/${criterion.set}/#${criterion.id}`);
  return `<section class="criterion ${criterion.verdict}" id="${escapeHtml(`${criterion.set}-${criterion.id}`)}"><h3><a href="${escapeHtml(page)}">${escapeHtml(title)}</a> ${verdictBadge(criterion.verdict)}</h3>${criterionDetail(criterion, links)}</section>`;
}

/** What a criterion is called. */
export function criterionTitle(
  { set, id }: Pick<CriterionStatus, 'set' | 'id'>,
  input: TrackerInput,
): string {
  const criteria = input.criteria.find((one) => one.id === set)?.criteria;
  return criteria?.find((one) => one.id === id)?.title ?? id;
}
