import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import type { CriterionStatus, ProposalStatus, Standing, Status, TrackerInput } from '../../tracker/index.ts';
import { boardSets } from '../tracker/board-sets.ts';
import { basisWords, endedWords } from './basis.ts';
import { evidenceHtml, type MinutesLink } from './evidence.ts';
import { type Html, html } from './html.ts';
import { releaseName } from './release-name.ts';
import { sentence } from './sentence.ts';
import { verdictBadge, verdictWord } from './verdict.ts';

/** How pages link to what they show; addresses are complete, base included. */
export interface BoardLinks {
  proposal(id: string): string;
  minutes: MinutesLink;
}

/** What each standing is called, and the order in which the board shows them. */
export const STANDINGS: Record<Standing, string> = {
  included: 'In Preview 2',
  open: 'May still come in',
  'not-yet': 'Not yet',
  'shut-out': 'Window closed',
  part: 'Part of one that is in',
};

/** What a standing is called for a release. */
export function standingWord(standing: Standing, release: string): string {
  return standing === 'included' ? `In ${releaseName(release)}` : STANDINGS[standing];
}

/**
 * The rows of a release's board as HTML. The build and the date slider both use this, so that moving through time
 * shows exactly what the page of that day would have shown.
 */
export function boardRows(
  status: Status,
  input: TrackerInput,
  links: BoardLinks,
  release: string = FIRST_RELEASE,
): Html {
  const titles = new Map(input.proposals.map(({ id, title }) => [id, title]));
  const rows = inOrder(status.proposals).map((proposal) =>
    row(proposal, (id) => titles.get(id) ?? id, input, links, release),
  );
  return html`${rows}`;
}

/** Included first, then by phase, then by name. */
export function inOrder<T extends Pick<ProposalStatus, 'id' | 'included' | 'phase'>>(
  proposals: readonly T[],
): T[] {
  return [...proposals].sort(
    (a, b) =>
      Number(b.included) - Number(a.included) || (b.phase ?? -1) - (a.phase ?? -1) || (a.id < b.id ? -1 : 1),
  );
}

function row(
  proposal: ProposalStatus,
  titleOf: (id: string) => string,
  input: TrackerInput,
  links: BoardLinks,
  release: string,
): Html {
  const { id, phase, standing } = proposal;
  const title = titleOf(id);
  const cells = boardSets(input, 'proposal', release).flatMap((set) =>
    set.criteria.map((asked) => {
      const judged = proposal.criteria.find((one) => one.set === set.id && one.id === asked.id);
      return judged ? cell(id, title, asked.title, judged, links) : notAsked(asked.title);
    }),
  );
  return html`<tr data-standing="${standing}" data-phase="${phase ?? -1}" data-name="${title.toLowerCase()}">
<th scope="row"><a href="${links.proposal(id)}">${title}</a></th>
<td data-label="Phase">${phaseText(proposal, titleOf)}</td>${cells}
<td data-label="Standing"><span class="standing ${standing}">${standingWord(standing, release)}</span></td></tr>`;
}

function phaseText(proposal: ProposalStatus, titleOf: (id: string) => string): Html {
  const { phase, phaseBasis, phaseSource, ended } = proposal;
  const end = ended && html` <small>${endedWords(ended, titleOf)}</small>`;
  if (phase === null) return html`<span class="phase none">No evidence</span>${end}`;
  const weak = phaseSource !== 'recorded' ? phaseSource : phaseBasis === 'spoken-of' && 'spoken of';
  return html`<span class="phase" title="${basisWords(proposal)}">${phase}</span>${weak && html` <small>${weak}</small>`}${end}`;
}

function cell(
  proposal: string,
  title: string,
  asked: string,
  criterion: CriterionStatus,
  links: BoardLinks,
): Html {
  const id = `why-${proposal}-${criterion.id}`;
  const label = `${title}: ${asked}`;
  return html`<td data-label="${asked}"><button type="button" popovertarget="${id}" class="cell" aria-label="${label}: ${verdictWord(criterion.verdict)}">${verdictBadge(criterion.verdict)}</button>
<div popover id="${id}" class="why" role="dialog" aria-label="${label}"><p class="about">${label}</p>${verdictBadge(criterion.verdict)}${criterionDetail(criterion, links)}</div></td>`;
}

/** Before anything was promised there is nothing to judge by. */
function notAsked(title: string): Html {
  return html`<td data-label="${title}"><span class="not-asked">Not asked yet</span></td>`;
}

/** Why a criterion is judged as it is, what would meet it, and the evidence. */
export function criterionDetail(criterion: CriterionStatus, links: Pick<BoardLinks, 'minutes'>): Html {
  const would = criterion.wouldMeet && html`<p class="would">${sentence(criterion.wouldMeet)}</p>`;
  const evidence = criterion.evidence.map((piece) => evidenceHtml(piece, links.minutes));
  return html`<p>${sentence(criterion.why)}</p>${would}${evidence}`;
}
