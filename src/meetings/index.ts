export type * from './meeting.ts';
export { parseMeeting } from './parse-meeting.ts';
export {
  NO_NAMES,
  type ProposalNames,
  parseProposalNames,
  proposalId,
  proposalIn,
} from './proposal-names.ts';
export { renderNotes } from './render-notes.ts';
export { resolveLink } from './resolve-link.ts';
