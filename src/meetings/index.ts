export { type CalendarOptions, calendar, timesOf } from './calendar.ts';
export { type PassageBlock, passageBlocks } from './decisions/passage-blocks.ts';
export { findMentions, type MentionNames, type NamedItem, NO_MENTION_NAMES } from './find-mentions.ts';
export { type LintOptions, lint } from './lint/index.ts';
export type * from './meeting.ts';
export { meeting, tally } from './meeting.ts';
export { type AgendaFacts, nextAgenda, openActionItems, waitingVotes } from './next-agenda.ts';
export { parseMeeting } from './parse-meeting.ts';
export { type KnownPerson, parsePeople } from './parse-people.ts';
export {
  NO_NAMES,
  type ProposalNames,
  parseProposalNames,
  proposalId,
  proposalIn,
} from './proposal-names.ts';
export { remarkMeeting } from './remark-plugin.ts';
export { emptyHeaders } from './render/empty-headers.ts';
export { boundedMarkdown } from './render/pieces.ts';
export { safeHtml } from './render/safe-html.ts';
export { notesTree, renderNotes, topicAnchor } from './render-notes.ts';
export { resolveLink } from './resolve-link.ts';
export {
  type Ambiguity,
  type Attendance,
  type People,
  type Person,
  resolvePeople,
} from './resolve-people.ts';
