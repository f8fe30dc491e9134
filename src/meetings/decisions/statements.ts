import { isTallyLine } from '../fields/tally.ts';
import { spokenLines } from '../fields/turns.ts';
import { readLabel } from '../labels.ts';
import type { Turn } from '../meeting.ts';
import type { Notes } from '../notes.ts';
import { MAY_DECIDE, normalised, sentences } from './words.ts';

/** A line of the notes as the search for decisions sees it. */
export interface Statement {
  line: number;
  /** Without the speaker's label. */
  text: string;
  /** In the form that the patterns of `words.ts` want; none when the line has no word of decisions. */
  sentences: string[];
  /** Null for what nobody is said to have said: stage directions, conclusions. */
  speaker: string | null;
  /** Whether the line opens a turn. */
  opens: boolean;
  isTally: boolean;
  /** The heading above. */
  heading: { title: string; line: number } | null;
}

/** A decision as found, before its subject is read. */
export interface Found {
  line: number;
  /** Statements that say what was decided, the most telling first. */
  about: Statement[];
  method: 'tally' | 'unanimous' | 'no-objection' | 'chair-declared' | 'none';
  outcome: 'passed' | 'failed' | 'postponed' | 'unstated' | 'informational';
  quote: string;
}

/** The lines of the notes that say something, in order. */
export function statements(notes: Notes, turns: readonly Turn[]): Statement[] {
  const opening = new Map(turns.map((turn) => [turn.line, turn]));
  const out: Statement[] = [];
  let heading: Statement['heading'] = null;
  let h = 0;
  let t = 0;
  for (const line of spokenLines(notes)) {
    while ((notes.headings[h]?.line ?? Number.POSITIVE_INFINITY) <= line.number) {
      const { title = '', line: at = 0 } = notes.headings[h++] ?? {};
      heading = { title, line: at };
    }
    if (line.kind !== 'text') continue;
    while ((turns[t]?.endLine ?? Number.POSITIVE_INFINITY) < line.number) t++;
    const current = turns[t];
    const turn = current && current.line <= line.number ? current : undefined;
    const opens = opening.has(line.number);
    const text = opens ? (readLabel(line.text)?.text ?? '') : line.text;
    const isTally = isTallyLine(line.text);
    out.push({
      line: line.number,
      text,
      sentences: MAY_DECIDE.test(text)
        ? sentences(text)
            .filter((one) => MAY_DECIDE.test(one))
            .map(normalised)
        : [],
      speaker: turn?.speaker ?? null,
      opens,
      isTally,
      heading,
    });
  }
  return out;
}
