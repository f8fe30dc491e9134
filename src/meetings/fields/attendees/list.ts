import { isNotesTitle } from '../../titles.ts';
import type { Convention, Listed } from './listed.ts';
import { isEntry, parts, unmarked } from './names.ts';

/** One name a line, as bullets or bare: `- Ada Lark`. */
export const list: Convention = (lines, at, before) => {
  const line = lines[at];
  if (line?.kind !== 'text' || isNotesTitle(line.text) || line.text.includes('|')) return null;
  const last = before.at(-1)?.line;
  const gap = last !== undefined && line.number > last.number + 1;
  if (last?.bullet && !line.bullet && gap) return null;
  const name = unmarked(line.text);
  if (!isEntry(name, line.bullet !== null)) return null;
  return { listed: [entry(name, line)], next: at + 1 };
};

function entry(name: string, line: Listed['line']): Listed {
  const several = line.bullet ? [] : parts(name);
  return {
    line,
    names: several.length > 2 && several.every((part) => isEntry(part, false)) ? several : [name],
  };
}
