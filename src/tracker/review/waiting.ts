import {
  type Candidate,
  type Decision,
  type Meeting,
  type PassageBlock,
  type ProposalNames,
  passageBlocks,
} from '../../meetings/index.ts';
import { differences } from '../changes-between.ts';
import type { Review } from '../model/reviews.ts';
import type { Change, TrackerInput } from '../model.ts';
import { parseEvent } from '../parse.ts';
import { recorded } from '../recorded.ts';
import { status } from '../status.ts';
import { suggestion } from '../suggest.ts';
import { digest } from './digest.ts';

export interface ReviewInput {
  meetings: readonly Meeting[];
  /** The text of notes by path. */
  sources: ReadonlyMap<string, string>;
  tracker: TrackerInput;
  names: ProposalNames;
  reviews: readonly Review[];
}

/** A passage that no event and no review covers. */
export interface Waiting {
  meeting: string;
  path: string;
  line: number;
  endLine: number;
  kind: 'decision' | 'candidate';
  /** 1 for a decision. */
  score: number;
  cues: string[];
  heading: string | null;
  proposal: string | null;
  toPhase: number | null;
  /** Of the paragraph or list item that holds the cue, which begins on `cueLine`. */
  digest: string;
  also: string[];
  cueLine: number;
  /** The lines of the note, and those before and after it. */
  passage: string;
  before: string;
  after: string;
  /** The event that it would make, and the file for it. */
  event: { file: string; yaml: string };
  /** What that event changes on the board. */
  changes: Change[];
}

/** How many lines around a passage are shown. */
const AROUND = 12;

/** What waits for a person: certain decisions first, then what is most likely one; the latest notes first among equals. */
export function waiting({ meetings, sources, tracker, names, reviews }: ReviewInput): Waiting[] {
  const known = recorded({ meetings, events: tracker.events, names });
  const byDay = new Map<string, Set<string>>();
  for (const { meeting, digest: one, also = [] } of reviews) {
    const seen = byDay.get(meeting) ?? new Set();
    byDay.set(meeting, seen);
    for (const each of [one, ...also]) seen.add(each);
  }
  const board = status(tracker, END);
  const found = meetings
    .filter(({ status: held, date }) => held === 'held' && date !== '')
    .flatMap((meeting) => {
      const text = sources.get(meeting.path);
      if (text === undefined) return [];
      const blocks = passageBlocks({ path: meeting.path, text }, meeting);
      const lines = text.split(/\r\n|\n|\r/);
      const seen = byDay.get(meeting.date) ?? new Set();
      const decisions = meeting.decisions
        .filter((decision) => !known.has(decision) && decision.outcome !== 'informational')
        .map((decision) => ({ decision, candidate: null, ...placeOf(decision, blocks) }));
      // What is retold in our own words was decided on when it was written.
      const open = meeting.restated ? [] : meeting.candidates;
      const candidates = open.map((candidate) => {
        const place = placeOf(candidate, blocks);
        return { decision: asDecision(candidate, place.cue), candidate, ...place };
      });
      return [...decisions, ...candidates]
        .filter(({ cue }) => !seen.has(digest(cue.text)))
        .map((item): Waiting => {
          const { decision, candidate, cue, all } = item;
          const made = suggestion(meeting, decision, decision.proposal);
          const { line, endLine } = candidate ?? spanOf(decision, cue, blocks);
          const own = digest(cue.text);
          return {
            meeting: meeting.date,
            path: meeting.path,
            line,
            endLine,
            kind: candidate ? 'candidate' : 'decision',
            score: candidate?.score ?? 1,
            cues: candidate?.cues ?? [],
            heading: candidate ? candidate.heading : headingAt(meeting, line),
            proposal: decision.proposal,
            toPhase: decision.toPhase,
            digest: own,
            also: [...new Set(all.map(({ text: other }) => digest(other)))].filter((other) => other !== own),
            cueLine: cue.line,
            passage: lines.slice(line - 1, endLine).join('\n'),
            before: lines.slice(Math.max(0, line - 1 - AROUND), line - 1).join('\n'),
            after: lines.slice(endLine, endLine + AROUND).join('\n'),
            event: { file: made.file, yaml: made.yaml },
            changes: changesBy(made.file, made.yaml, tracker, board),
          };
        });
    });
  return found.sort(
    (a, b) => b.score - a.score || (a.meeting < b.meeting ? 1 : a.meeting > b.meeting ? -1 : a.line - b.line),
  );
}

/** The board is compared on a day after all others: what an event changes, it changes for good. */
const END = '9999-12-31';

type Status = ReturnType<typeof status>;

/** What an event changes on the board; nothing when it is not yet complete. */
export function changesBy(file: string, yaml: string, tracker: TrackerInput, board: Status): Change[] {
  const { value } = parseEvent({ path: file, text: yaml });
  if (!value) return [];
  const events = [...tracker.events, value.value];
  return differences(board, status({ ...tracker, events }, END)).filter(({ what }) => what !== 'event');
}

interface Place {
  /** The paragraph that holds the cue. */
  cue: PassageBlock;
  /** All of the passage. */
  all: PassageBlock[];
}

function placeOf(
  { line, endLine = line }: { line: number; endLine?: number },
  blocks: readonly PassageBlock[],
): Place {
  const all = blocks.filter((block) => block.line <= endLine && block.endLine >= line);
  const [first = { line, endLine, text: '', score: 0 }] = all;
  return { cue: all.reduce((best, block) => (block.score > best.score ? block : best), first), all };
}

/** From the line of a decision to the words that carry it, where those stand below. */
function spanOf({ line, quote = '' }: Decision, cue: PassageBlock, blocks: readonly PassageBlock[]) {
  const words = quote.slice(0, 40);
  const end = blocks.find(
    (block) => block.line >= line && block.line <= line + AROUND * 2 && block.text.includes(words),
  );
  return { line: cue.line, endLine: Math.max(cue.endLine, end?.endLine ?? 0) };
}

/** What a candidate would be as a decision: a person says whether it is one. */
function asDecision(candidate: Candidate, cue: PassageBlock): Decision {
  const { heading, proposal, toPhase } = candidate;
  const isAdvance = proposal !== null && toPhase !== null && Number.isInteger(toPhase);
  return {
    line: cue.line,
    kind: isAdvance ? 'phase-advance' : 'other',
    subject: heading ?? cue.text.slice(0, 120),
    proposal,
    toPhase: isAdvance ? toPhase : null,
    tally: null,
    method: 'chair-declared',
    outcome: 'passed',
    quote: cue.text.replace(/^(?:>\s*)*(?:[-*+]|\d{1,3}[.)])?\s*/u, ''),
  };
}

function headingAt({ topics }: Meeting, line: number): string | null {
  return topics.findLast((topic) => topic.line <= line)?.title ?? null;
}
