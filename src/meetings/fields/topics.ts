import type { Topic } from '../meeting.ts';
import { isPlanned, type Notes } from '../notes.ts';
import { isTemplateTitle } from '../titles.ts';
import { type TakenIds, uniqueId } from '../unique-id.ts';

/** The headings inside the notes, without the template's own. */
export function topics(notes: Notes): Topic[] {
  const { start } = notes;
  if (start === null) return [];
  const taken: TakenIds = new Map();
  return notes.headings
    .filter(
      (h) => h.line >= start && h.title !== '' && !isTemplateTitle(h.title) && !isPlanned(notes, h.line),
    )
    .map((h) => ({ id: uniqueId(h.title, taken), title: h.title, level: h.level, line: h.line }));
}
