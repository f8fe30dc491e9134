import type { Decision, Turn } from '../meeting.ts';
import type { Notes } from '../notes.ts';
import { tallies } from './tally.ts';
import { spokenLines } from './turns.ts';
export function decisions(notes: Notes, _turns: readonly Turn[]): Decision[] {
  return tallies(spokenLines(notes)).map(({ tally, line }) => ({
    line,
    kind: 'other',
    subject: '',
    proposal: null,
    toPhase: null,
    tally,
    method: 'tally',
    outcome: 'unstated',
  }));
}
