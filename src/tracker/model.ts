/** What the tracker reads, knows and says. All of it is plain JSON. */

export type { Authored } from '../schema/index.ts';
export type * from './model/coverage.ts';
export type * from './model/criteria.ts';
export type * from './model/events.ts';
export type * from './model/evidence.ts';
export type * from './model/input.ts';
export type * from './model/proposal.ts';
export type * from './model/reports.ts';
export type { Review } from './model/reviews.ts';
export type * from './model/status.ts';
