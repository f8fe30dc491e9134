import type { Problem, SourceFile } from '../../problem.ts';
import type { Meeting } from '../meeting.ts';
import { matcher } from '../names.ts';
import { readNotes } from '../notes.ts';
import type { KnownPerson } from '../parse-people.ts';
import { deadRelativeLink } from './dead-relative-link.ts';
import { missingAttendees } from './missing-attendees.ts';
import { outcomeWithoutTally } from './outcome-without-tally.ts';
import { postponedVoteHeading } from './postponed-vote-heading.ts';
import type { Finding, Rule } from './rule.ts';
import { templatePlaceholder } from './template-placeholder.ts';
import { unclearDecision } from './unclear-decision.ts';
import { unknownSpeaker } from './unknown-speaker.ts';
import { unlabelledTurn } from './unlabelled-turn.ts';
import { voteWithoutOutcome } from './vote-without-outcome.ts';
import { whenDisagrees } from './when-disagrees.ts';

/** Every rule, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  missingAttendees,
  whenDisagrees,
  unlabelledTurn,
  unknownSpeaker,
  voteWithoutOutcome,
  outcomeWithoutTally,
  postponedVoteHeading,
  unclearDecision,
  deadRelativeLink,
  templatePlaceholder,
];

export interface LintOptions {
  /** People of the alias file, whom labels may name without being listed. */
  known?: readonly KnownPerson[];
  /** Whether a file exists, by its path relative to the note's folder. Without it relative links are not looked at. */
  exists?: (path: string) => boolean;
}

/** What a note-taker should mend before the notes are merged, in order of place. */
export function lint(file: SourceFile, meeting: Meeting, options: LintOptions = {}): Problem[] {
  const notes = readNotes(file);
  const aliases = (options.known ?? []).flatMap(({ name, aliases }) =>
    [name, ...aliases].map((alias) => ({ name: alias, line: 0 })),
  );
  const people = matcher([...meeting.attendees, ...aliases]);
  const input = { notes, meeting, people, exists: options.exists ?? null };
  const found = RULES.flatMap((rule) =>
    rule
      .find(input)
      .map((finding) => problem(file.path, rule, finding, notes.lines[finding.line - 1]?.raw ?? '')),
  );
  return [...meeting.problems, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
}

function problem(path: string, rule: Rule, { line, words, message, hint }: Finding, raw: string): Problem {
  const start = words === undefined ? raw.search(/\S/u) : raw.indexOf(words);
  const from = Math.max(0, start);
  const length = words === undefined || start < 0 ? raw.trim().length : words.length;
  const column = [...raw.slice(0, from)].length + 1;
  const endColumn = column + Math.max(1, [...raw.slice(from, from + length)].length);
  return {
    rule: `meetings/${rule.name}`,
    severity: rule.severity,
    message,
    path,
    line,
    column,
    endLine: line,
    endColumn,
    hint,
  };
}
