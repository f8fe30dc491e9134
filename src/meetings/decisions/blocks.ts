import { isTallyLine } from '../fields/tally.ts';
import { firstFrom } from '../first-from.ts';
import { type Label, looksLikeName, readLabel } from '../labels.ts';
import type { Turn } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';

/** A paragraph, a list item, a row of a table or a turn: the smallest piece of a note that can carry a decision. */
export interface Block {
  line: number;
  endLine: number;
  /** Its lines joined by spaces, without list markers and the speaker's label. */
  text: string;
  /** Null for what nobody is said to have said: stage directions, conclusions. */
  speaker: string | null;
  /** Whether the block opens a turn. */
  opens: boolean;
  bullet: boolean;
  /** Whether it opens with a line of a tally. */
  counts: boolean;
  indent: number;
  /** The heading above. */
  heading: Above | null;
  /** Whether nothing but blank lines stands between it and its heading. */
  first: boolean;
}

/** A heading, and the one that it stands under. */
export interface Above {
  title: string;
  line: number;
  level: number;
  parent: Above | null;
}

/** Splits lines into blocks: at blank lines, list markers, headings, rows of tables, code and speakers' labels. */
export function blocks(notes: Notes, lines: readonly NotesLine[], turns: readonly Turn[]): Block[] {
  const out: Block[] = [];
  const numbered = lines.map(({ number }) => ({ line: number }));
  let open: Block | null = null;
  let heading: Above | null = null;
  let h = 0;
  let t = 0;
  let first = true;
  let counting = false;
  for (const line of lines) {
    while ((notes.headings[h]?.line ?? Number.POSITIVE_INFINITY) <= line.number) {
      const found = notes.headings[h++];
      if (found) heading = under(heading, found);
      first = true;
    }
    if (line.kind === 'blank' || line.kind === 'heading') open = null;
    if (line.kind !== 'text') continue;
    while ((turns[t]?.endLine ?? Number.POSITIVE_INFINITY) < line.number) t++;
    const current = turns[t];
    const turn = current && current.line <= line.number ? current : undefined;
    const opens = turn?.line === line.number;
    const label = speakerLabel(line.text);
    const counts = isTallyLine(line.text);
    const begins =
      line.bullet !== null ||
      opens ||
      STAGE_DIRECTION.test(line.text) ||
      (counts && !counting) ||
      RESULT.test(line.text) ||
      label !== null ||
      line.text.startsWith('|');
    counting = counts;
    if (open && !begins && !open.text.startsWith('|')) {
      open.text += ` ${line.text}`;
      open.endLine = line.number;
      continue;
    }
    open = {
      line: line.number,
      endLine: line.number,
      text: label?.text || (opens && readLabel(line.text)?.text) || line.text,
      speaker: speakerOf(line, turn, label, turn && lines[firstFrom(numbered, turn.line)]),
      opens: opens || label !== null,
      bullet: line.bullet !== null,
      counts,
      indent: line.indent,
      heading,
      first,
    };
    first = false;
    out.push(open);
  }
  return out;
}

/** `Decision:`, `RESOLVED:`, `Outcome 2:` open a block, and are nobody's name. */
const RESULT =
  /^[*_>\s]*(?:decision|resolution|resolved|outcome|result|conclusion|consensus|poll|vote|action)\b[^:]{0,20}(?::|\s[–—-]\s)/iu;

/** `[no objections]`, `<None heard>`, `(general approval)`: nobody says that. */
const STAGE_DIRECTION = /^[*_]{0,3}(?:\[[^\]]{1,200}\]|\([^)]{1,200}\)|<[^>]{1,200}>)[*_.]{0,3}$/u;

/** A stage direction, or an item beside the one that opened the turn, is nobody's. */
function speakerOf(
  line: NotesLine,
  turn: Turn | undefined,
  label: Label | null,
  opening: NotesLine | undefined,
): string | null {
  if (STAGE_DIRECTION.test(line.text)) return null;
  if (!turn || turn.line === line.number) return turn?.speaker ?? label?.speaker ?? null;
  const beside = line.bullet !== null && opening?.bullet != null && line.indent <= opening.indent;
  return beside ? (label?.speaker ?? null) : turn.speaker;
}

function speakerLabel(text: string): Label | null {
  const label = readLabel(text);
  return label && label.style !== 'alone' && looksLikeName(label.speaker) ? label : null;
}

function under(
  above: Above | null,
  { title, line, level }: { title: string; line: number; level: number },
): Above {
  let parent = above;
  while (parent && parent.level >= level) parent = parent.parent;
  return { title, line, level, parent };
}
