import { notesTree, safeHtml } from '../../meetings/index.ts';
import type { Content, MeetingEntry } from '../content.ts';
import { Html } from '../render/html.ts';
import { colourCode } from '../trees/colour-code.ts';
import { lowerHeadings } from '../trees/lower-headings.ts';
import { linkMentions } from './link-mentions.ts';
import { markDecisions } from './mark-decisions.ts';
import { mentionUrl } from './mention-url.ts';

/** The notes of a meeting as their page shows them. @param href completes a path from the site's root. */
export function notesHtml(
  { meeting, text }: MeetingEntry,
  site: Content,
  href: (path: string) => string,
): Html {
  const tree = notesTree({ path: meeting.path, text }, meeting);
  lowerHeadings()(tree);
  colourCode()(tree);
  linkMentions(meeting, (target) => {
    const url = mentionUrl(target, site);
    return url?.startsWith('/') ? href(url) : url;
  })(tree);
  markDecisions(meeting, site)(tree);
  return new Html(safeHtml(tree));
}
