import type { AgendaItem } from '../meeting.ts';
import { type Notes, sectionEnd } from '../notes.ts';

/** A line of the template that asks for an item. Volunteers keep its misspellings. */
export const AGENDA_PLACEHOLDER =
  /^[_*]*\s*su[bm]+it a pr to add\b|^add items? here\b|^[_*]*\s*add your (?:item|topic)/iu;

/** The agenda's list, template items included, placeholders not. Levels count from 1. */
export function agenda(notes: Notes): AgendaItem[] {
  const heading = notes.headings.find((h) => /^agenda(?: items?)?\s*:?$/iu.test(h.title));
  if (!heading) return [];
  const end = Math.min(sectionEnd(notes, heading), (notes.start ?? Number.POSITIVE_INFINITY) - 1);
  const items: AgendaItem[] = [];
  const indents: number[] = [];
  for (const line of notes.lines.slice(heading.line, end)) {
    if (line.kind !== 'text') continue;
    const last = items.at(-1);
    if (line.bullet === null) {
      if (last && line.indent > 0) last.text = `${last.text} ${line.text}`;
      continue;
    }
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= line.indent) indents.pop();
    indents.push(line.indent);
    if (!AGENDA_PLACEHOLDER.test(line.text))
      items.push({ text: line.text, line: line.number, level: indents.length });
  }
  return items;
}
