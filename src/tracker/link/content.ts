import type { Meeting } from '../../meetings/index.ts';
import type { Problem } from '../../problem.ts';
import type { Authored, Coverage, CriteriaSet, Proposal, TrackerEvent, WitFacts } from '../model.ts';

export type Folder = 'proposals' | 'criteria' | 'events';

/** Everything that was read, before it is checked against each other. */
export interface Content {
  proposals: Authored<Proposal>[];
  criteria: Authored<CriteriaSet>[];
  events: Authored<TrackerEvent>[];
  coverage: Authored<Coverage> | null;
  meetings: Meeting[];
  /** The text of each meeting's file, by path. */
  sources: ReadonlyMap<string, string>;
  wit: WitFacts[];
  /** Folders in which a file could not be read: what it would have named is not reported as unknown. */
  unread?: readonly Folder[];
}

/** An error at a key of an authored file. */
export function errorAt(
  file: Authored<unknown>,
  key: string,
  rule: string,
  message: string,
  hint?: string,
): Problem {
  return {
    rule: `tracker/${rule}`,
    severity: 'error',
    message,
    path: file.path,
    ...file.spanOf(key),
    ...(hint ? { hint } : {}),
  };
}
