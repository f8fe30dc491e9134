import { readLabel } from '../../labels.ts';
import type { ActionItem, Attendee, Turn } from '../../meeting.ts';
import { matcher } from '../../names.ts';
import type { Notes } from '../../notes.ts';
import { spokenLines } from '../turns.ts';
import { listedTask, listedTasks } from './listed.ts';
import { marked } from './marked.ts';
import { promised } from './promised.ts';

/** `Outcome: Ada to send the draft` */
const RESULT =
  /^[*_]*(?:outcome|conclusion|resolution|decision|consensus|next steps?)(?: \d)?[*_]*\s*:\s*[*_]*/iu;

/** What somebody clearly took on: listed as tasks, marked, or promised. `We'll ...` is nobody's promise. */
export function actionItems(
  notes: Notes,
  turns: readonly Turn[],
  attendees: readonly Attendee[],
): ActionItem[] {
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  const people = matcher([...attendees, ...[...speakers].map((name) => ({ name, line: 0 }))]);
  const out = listedTasks(notes).flatMap((line): ActionItem[] => {
    const found = listedTask(line.text, people);
    return found ? [{ line: line.number, ...found }] : [];
  });
  const listed = new Set(out.map(({ line }) => line));
  let t = 0;
  for (const line of spokenLines(notes)) {
    if (line.kind !== 'text' || listed.has(line.number)) continue;
    while ((turns[t]?.endLine ?? Number.POSITIVE_INFINITY) < line.number) t++;
    const turn = turns[t];
    const speaker = turn && turn.line <= line.number ? turn.speaker : null;
    const said = turn?.line === line.number ? (readLabel(line.text)?.text ?? line.text) : line.text;
    const text = said.replace(RESULT, '');
    // A result is in nobody's own words.
    const by = text === said ? speaker : null;
    const found = marked(text, by, people) ?? promised(text, by, people);
    if (found) out.push({ line: line.number, ...found });
  }
  return out.sort((a, b) => a.line - b.line);
}
