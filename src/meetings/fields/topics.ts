import type { Topic } from '../meeting.ts';
import { isAttendeesTitle, isNotesTitle, type Notes } from '../notes.ts';
import { type TakenIds, uniqueId } from '../unique-id.ts';

const TEMPLATE =
  /^(?:announcements|proposals and discussions|agenda(?: items?)?(?: for future meetings)?|schedule constraints|registration|logistics)$/iu;

/** The headings inside the notes, without the template's own. */
export function topics(notes: Notes): Topic[] {
  const { start } = notes;
  if (start === null) return [];
  const taken: TakenIds = new Map();
  return notes.headings
    .filter((h) => h.line >= start && h.title !== '' && !isTemplateTitle(h.title))
    .map((h) => ({ id: uniqueId(h.title, taken), title: h.title, level: h.level, line: h.line }));
}

/** Whether a heading belongs to the template of every meeting rather than to this one. */
export function isTemplateTitle(title: string): boolean {
  const bare = title.replace(/\s*:$/u, '').trim();
  return isNotesTitle(bare) || isAttendeesTitle(bare) || TEMPLATE.test(bare);
}
