/** What a heading, or a line that acts as one, announces; null for what this meeting is about. */
export type Announced = 'notes' | 'attendees' | 'agenda' | 'template';

const NOTES =
  /^(?:(?:meeting|wasi|raw|rough|detailed|minutes? and|discussion) )?(?:notes?|minutes)(?: (?:from|of) the meeting)?$/iu;
const ATTENDEES =
  /^(?:(?:introductions? of|list of|tsc|tc|ctc|wg|cg|committee|voting|team|board|in-?person|remote|virtual|local|on-?site|other|others|additional|core|members?|and|the|people|opening|welcome) )*(?:attendees|attendance|attending|attended|participants|participating|present|roll ?call)(?: list)?$/iu;
const AGENDA = /^(?:(?:call|meeting|draft|proposed|today['’]s) )?agenda(?: items?)?$/iu;

/** Titles that come back in every meeting of a group and say nothing of this one. */
const TEMPLATE: readonly RegExp[] = [
  /^agenda(?: items?)? (?:for|of) (?:future|the next) meetings?$|^(?:future|upcoming|next) (?:agenda items|meetings?(?: dates?)?)$/iu,
  /^(?:dates and locations of future meetings|(?:date and time of )?next meeting)$/iu,
  /^(?:announcements|announcements or custom items|proposals and discussions?|discussions?(?: items?)?|other agenda items|opens|reminders?)$/iu,
  /^(?:schedule constraints|registration|logistics|links?|contents?|table of contents|toc|instructions|queue|recording|time and location|meeting (?:roles|location)|location|housekeeping|administrivia|preliminaries|chairs? (?:intro|introduction)(?: and administrivia)?)$/iu,
  /^(?:opening|welcome|introductions?|housekeeping)(?:(?:,? (?:&|and) |, )(?:opening|welcome|introductions?|housekeeping|logistics))*$/iu,
  /^(?:regrets|absent|apologies|not present|minute-?takers?|opening of the meeting|closure|closing|adjourn(?:ment|ed)?|wrap[- ]?up|close of (?:the )?meeting)$/iu,
  /^(?:find|determine|select|request|call for)? ?(?:volunteers?|scribes?|note[- ]?takers?)(?: for (?:note[- ]?taking|notes))?$|^(?:scribe selection|note well)$/iu,
  /^(?:agree to|agreement to|adopt(?:ion)? of|approval of|approve|review(?: of)?|accept(?:ance of)?|bash(?:ing)?)(?: the)? (?:previous |prior |last |past )?(?:membership agreement.*|agenda|(?:previous |prior |last )?(?:meeting[’']?s? )?minutes(?: from .*)?|code of conduct)$|^agenda (?:bash(?:ing)?|review)\??$/iu,
  /^(?:review(?: of)?(?: the)? )?(?:previous|prior|last|open|past) (?:primary |secondary )?(?:meetings?(?:['’]s)?|week|action items?|actions)(?: action items?| minutes| notes)?$|^review of action items from (?:the )?(?:previous|prior|last) meeting\.?$/iu,
  /^(?:action items?(?: review)?|actions?|todos?|resolutions?|summary of (?:action items|resolutions|key points)|speaker[’']?s[’']? summary(?: of key points)?)$/iu,
  /^(?:summary|conclusions?|resolutions?|decisions?|consensus|outcomes?)(?:(?: ?[/&+] ?| and )(?:summary|conclusions?|resolutions?|decisions?|consensus|outcomes?))*$/iu,
  /^(?:q ?[/&] ?a|questions(?: (?:and|&) answers)?|q ?& ?a,? other|other business|misc(?:ellaneous)?|(?:mini |quick )?stand-?up|scheduled meetings|upcoming (?:design )?meetings?)$/iu,
  /^(?:(?:pending|nominated|active|proposed|p-(?:high|critical|medium)|open|stale|shepherd(?:ed|ing)|main topic|upcoming) )+(?:[\p{L}-]+ ){0,4}(?:items?|proposals?|rfcs|fcps|issues|prs|(?:rfcs, )?prs and issues|updates)(?: (?:on|discussed|not discussed) [\w/ .-]+)?$/iu,
  /^(?:rfcs waiting to be merged|prs on the [\w-]+ repo|triage|(?:last old, )?backlog issue|project board review|strategic initiatives|(?:[\w-]+ and )?board meeting updates|out of time.*)$/iu,
  /^(?:primary|secondary)(?: meeting)?(?: *[-–—:(].*)?$|^(?:session|day|part) (?:[ivx]+|\d+|one|two|three|four)\b.*$/iu,
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$/iu,
  /^(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\.?|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?),?(?: \d{4})?$|^\d{4}-\d{2}-\d{2}$/iu,
];

/** What a title announces. Numbers, what stands in brackets at its end, and marks around it do not count. */
export function announced(title: string): Announced | null {
  const plain = bare(title);
  if (NOTES.test(plain)) return 'notes';
  if (ATTENDEES.test(plain.replace(/,/gu, ''))) return 'attendees';
  if (AGENDA.test(plain)) return 'agenda';
  return TEMPLATE.some((pattern) => pattern.test(plain)) ? 'template' : null;
}

/** Whether a heading or line announces the notes themselves. */
export function isNotesTitle(title: string): boolean {
  return announced(title) === 'notes';
}

/** Whether a heading or line announces the list of attendees. */
export function isAttendeesTitle(title: string): boolean {
  return announced(title) === 'attendees';
}

/** Whether a heading belongs to the template of every meeting rather than to this one. */
export function isTemplateTitle(title: string): boolean {
  return announced(title) !== null;
}

/** The line of a note's own title, with the lines of headings that stand directly below it and name the group; 0 without. */
export function titleLine(headings: readonly { title: string; line: number; endLine: number }[]): number {
  const [title, below] = headings;
  if (!title) return 0;
  const isSubtitle = below && below.line <= title.endLine + 2 && SUBTITLE.test(below.title);
  return isSubtitle ? below.line : title.line;
}

const SUBTITLE = /\b(?:meeting|committee|group|call|minutes|sig)\b/iu;

/** No title of a template is longer. */
const LONGEST = 120;

function bare(title: string): string {
  return title
    .slice(0, LONGEST)
    .replace(/[*_`~]|&[a-z]+;/gu, '')
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+/u, '')
    .replace(/^\s*\((?:\p{L}+ ?){1,2}\)\s*/u, '')
    .replace(/[\s:.!]+$/u, '')
    .replace(/\s*[([][^()[\]]*[)\]]$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s:.!]+$/u, '');
}
