import { announced } from '../../titles.ts';
import type { Convention } from './listed.ts';
import { isEntry, pair, parts, unmarked } from './names.ts';
import { namesOver } from './roll.ts';

const THERE =
  /^(?:(?:[\p{L}-]+ ){0,2}(?:members?|attendees|participants|delegates)|others?|guests?|observers?|visitors|remote|remotely|in[- ]person|on the (?:phone|call)|online|present|phone|people|people in attendance)$/iu;
/** Roles that the minutes name beside the list: whoever has them is in it. */
const ROLE =
  /^(?:chairs?|facilitators?|scribes?(?:\(s\))?|note[- ]?takers?|notes?|moderators?|minutes?|minute[- ]?takers?|date|time|place|where|location|agenda|meeting lead|lead)$/iu;

/** `**Present:** Ada, Ben`, `* Team members: Ada, Ben`, `Guests:`; a line of a role is passed over. */
export const labelled: Convention = (lines, at, before) => {
  const line = lines[at];
  const label = line?.kind === 'text' ? labelOf(line.text) : null;
  if (!line || !label) return null;
  const { name, text } = label;
  if (ROLE.test(name)) return before.length > 0 ? null : { listed: [], next: at + 1 };
  if (!THERE.test(name) && announced(name) !== 'attendees') return null;
  if (text === '' || /^(?:none|n\/a|nobody|-|\(none\))\W*$/iu.test(text)) return { listed: [], next: at + 1 };
  const bare = unmarked(text);
  const some = parts(bare);
  if (some.length > 2 || /[,;]\s*$/u.test(bare)) {
    const listed = namesOver(lines, at, bare);
    return listed.length > 0 ? { listed, next: at + listed.length } : null;
  }
  const joined =
    some.length === 2 ? (pair(bare).length === 2 ? pair(bare) : severalNames(some, bare)) : pair(bare);
  return joined.every((one) => isEntry(one, true))
    ? { listed: [{ line, names: joined }], next: at + 1 }
    : null;
};

/** Two parts of which each is one word are two people; `Ada Lark, Birds Inc` is one. */
function severalNames(some: string[], whole: string): string[] {
  return some.every((part) => /^@?[\p{L}\d_-]+$/u.test(part)) ? some : [whole];
}

/** The words before a colon at the head of a line, and what follows. */
export function labelOf(text: string): { name: string; text: string } | null {
  const [, name, rest] =
    /^[*_]*([\p{L}][^:*_|]{1,48}?)(?:[*_]*\s*:\s*[*_]*|\s*:[*_]+)\s*(.*)$/su.exec(text) ?? [];
  return name === undefined ? null : { name: name.trim(), text: (rest ?? '').trim() };
}
