export { AUTHORED_FILES, authoredSchemas } from './authored-files.ts';
export type { FileOrigin } from './find-origin.ts';
export { type FetchedSource, fetchSources } from './group/fetch-sources.ts';
export type { Place } from './group/git-place.ts';
export { type BaseGroup, groupAt } from './group/group-at.ts';
export { emptyGroup, type Group, type GroupFlags, readGroup } from './group/read-group.ts';
export { type Survey, surveyFolder } from './group/survey-folder.ts';
export { type FileOrigins, type Loaded, loadContent, ReadCache } from './load-content.ts';
export { loadMatrix } from './load-matrix.ts';
export { loadNames } from './load-names.ts';
export { loadNotes } from './load-notes.ts';
export { type LoadedPackages, loadPackages } from './load-packages.ts';
export { type LoadedPage, loadPage } from './load-page.ts';
export { loadPeople } from './load-people.ts';
export { loadTestsuite } from './load-testsuite.ts';
export { describedPackages, mentionNames } from './mention-names.ts';
export { noteFiles } from './note-files.ts';
export { projectRoot } from './project-root.ts';
export {
  bundle,
  isContradicted,
  type Proof,
  type ProofSide,
  proveFindings,
  type TriedFinding,
  WITHOUT_TRIAL,
} from './proof/index.ts';
export { type Repository, repositoryAt, repositoryNamed } from './repository.ts';
export { type LoadedWit, STANDARD_INPUT, type WitGroup, WitLoader } from './wit-loader.ts';
