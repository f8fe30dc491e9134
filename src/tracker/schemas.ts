/** What the tracker reads and says, as schemas: for whoever publishes them. The types of it are in `index.ts`. */
export { coverage } from './model/coverage.ts';
export { criteriaSet, criterion } from './model/criteria.ts';
export { eventKinds, writtenEvent } from './model/events.ts';
export { trackerInput } from './model/input.ts';
export { proposal } from './model/proposal.ts';
export { reviews } from './model/reviews.ts';
export { proposalStatus } from './model/status.ts';
