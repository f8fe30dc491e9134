/**
 * Events and notes become facts, facts become verdicts, at any date. Everything but reading files is a pure
 * function of plain JSON, so that the same code answers in the reader's browser.
 */
export { actions } from './actions.ts';
export { type AuditedRow, type AuditInput, audit, auditRows, driftIn } from './audit/audit.ts';
export { DRIFT_KINDS, driftSentence } from './audit/drift-sentence.ts';
export {
  type PageVersion,
  pageHistory,
} from './audit/page-history.ts';
export { changesBetween } from './changes-between.ts';
export { CHECKS } from './checks/index.ts';
export { contradictions } from './contradictions.ts';
export { dependenciesOf } from './dependencies.ts';
export { normalWords, passageDigest } from './digest.ts';
export { FIRST_RELEASE } from './first-release.ts';
export { historyOf } from './history.ts';
export { historyOfCriteria } from './history-of-criteria.ts';
export { stageOn, versionOn } from './judge.ts';
export type { Content as TrackerContent, Folder as TrackerFolder } from './link/content.ts';
export { link } from './link/index.ts';
export { listedOn } from './listed-on.ts';
export type * from './model.ts';
export { readDecisions, withFoundProposals } from './notes/read-decisions.ts';
export { tallyText } from './notes/tally-text.ts';
export { cite, type Originals } from './originals.ts';
export {
  parseCoverage,
  parseCriteria,
  parseEvent,
  parseProposal,
  parseReviews,
} from './parse.ts';
export { recorded } from './recorded.ts';
export { digest } from './review/digest.ts';
export { type ReviewInput, type Waiting, waiting } from './review/waiting.ts';
export { status } from './status.ts';
export { type SuggestInput, suggest } from './suggest.ts';
