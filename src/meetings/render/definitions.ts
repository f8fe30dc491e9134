import type { NotesLine } from '../notes.ts';

/** Link definitions by label, in lower case, as they are written. */
export type Definitions = ReadonlyMap<string, string>;

const DEFINITION = /^ {0,3}\[([^\]]+)\]:\s*\S+/u;

/** The definitions that some link of the note uses. */
export function definitionsIn(lines: readonly NotesLine[]): Definitions {
  const found = new Map<string, string>();
  for (const { raw, kind } of lines) {
    const label = kind === 'text' ? DEFINITION.exec(raw)?.[1] : undefined;
    if (label) found.set(label.toLowerCase(), raw.trim());
  }
  if (found.size === 0) return found;
  const used = new Set<string>();
  for (const { raw } of lines) {
    if (DEFINITION.test(raw)) continue;
    for (const [, label = ''] of raw.matchAll(/\[([^[\]]+)\]/gu)) used.add(label.toLowerCase());
  }
  return new Map([...found].filter(([label]) => used.has(label)));
}

/** A range of the note with the definitions it uses; a definition that nothing uses is shown as text. */
export function withDefinitions(markdown: string, definitions: Definitions): string {
  if (!markdown.includes('[')) return markdown;
  const shown = markdown
    .split('\n')
    .map((line) => {
      const label = DEFINITION.exec(line)?.[1]?.toLowerCase();
      return label === undefined || definitions.has(label) ? line : line.replace('[', '\\[');
    })
    .join('\n');
  const used = [...markdown.matchAll(/\[([^[\]]+)\]/gu)].map(([, label = '']) => label.toLowerCase());
  const needed = [...new Set(used)].flatMap((label) => definitions.get(label) ?? []);
  return needed.length > 0 ? `${shown}\n\n${needed.join('\n')}` : shown;
}
