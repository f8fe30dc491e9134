import type { Matcher } from '../../names.ts';
import type { Notes, NotesLine } from '../../notes.ts';
import { isNone, taskOf } from './marked.ts';
import { isOwner, type Owned, owned } from './owned.ts';

/** `## Action items`, `Action items:`; not those of the last meeting. */
const TITLE =
  /^(?:(?:open|new|our|following|the) )*(?:action(?: item| point)?s|to-?dos?)(?: (?:were )?identified)?$/iu;

/** The items of lists below a title that says they are tasks, by line. */
export function listedTasks(notes: Notes): NotesLine[] {
  const out: NotesLine[] = [];
  const titles = new Map(notes.headings.filter((h) => isTitle(h.title)).map((h) => [h.endLine, h]));
  let open: { indent: number } | null = null;
  for (const line of notes.lines) {
    if (line.kind === 'heading') {
      open = titles.has(line.number) ? { indent: -1 } : null;
      continue;
    }
    if (line.kind === 'blank') continue;
    if (line.kind === 'text' && /:[*_]*$/u.test(line.text) && isTitle(line.text)) {
      open = { indent: line.bullet ? line.indent : -1 };
      continue;
    }
    if (!open) continue;
    if (line.kind !== 'text' || line.bullet === null) {
      if (line.indent === 0) open = open.indent < 0 && line.kind === 'text' ? null : open;
      continue;
    }
    if (line.indent <= open.indent) open = null;
    else if (!isBelow(out.at(-1), line)) out.push(line);
  }
  return out;
}

/** `[Ada] task`, `Ada: task`, `Ada send the draft`, `That Ada would send the draft`. */
export function listedTask(text: string, people: Matcher): Owned | null {
  const task = text.replace(/^that\s+(.{2,40}?)\s+would\s+/iu, '$1 to ');
  if (isNone(task)) return null;
  const [, bracketed, rest] = /^\[(@?\p{L}[^\][]{1,60})\]:?\s+(\S.*)$/u.exec(task) ?? [];
  if (bracketed && rest) return owned(bracketed, rest);
  const found = taskOf(task, null, people);
  if (found.owner) return found;
  const [, first = '', after = ''] = /^(\S+)\s+(?:(?:to|will|would)\s+)?(\p{Ll}.*)$/u.exec(task) ?? [];
  return after && isOwner(first, people) ? owned(first, after) : found;
}

function isTitle(title: string): boolean {
  return TITLE.test(
    title
      .slice(0, 80)
      .replace(/[*_`#]/gu, '')
      .trim()
      .replace(/[\s:.]+$/u, ''),
  );
}

/** What stands deeper under a task belongs to it. */
function isBelow(last: NotesLine | undefined, line: NotesLine): boolean {
  return last !== undefined && line.indent > last.indent + 1 && line.number - last.number < 30;
}
