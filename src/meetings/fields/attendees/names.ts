/** Longer lines than this name nobody. */
const LONGEST_NAME = 80;

/** Whether a text has the shape of an entry of a list of people, with what is said of them after it. */
export function isEntry(text: string, bulleted: boolean): boolean {
  if (!/\p{L}/u.test(text) || text.length > LONGEST_NAME) return false;
  const words = text.split(/\s+/u);
  if (words.length > 9) return false;
  if (/^https?:|:\s|:$|(?<!(?:^|[\s-])\p{Lu})[.!?]\s+\p{L}{2,}.*\s|[!?]$/u.test(text)) return false;
  const shape = /^[\p{Lu}\p{Lo}@]|^\(\p{L}|^[\p{Ll}][\p{L}\d_-]*(?:\s|$|\()/u.test(text);
  const plainWords = text
    .replace(/\([^()]*\)|\[[^[\]]*\]|[,/–—|-]\s.*$/gu, '')
    .trim()
    .split(/\s+/u);
  const lower = plainWords.filter((word) => /^\p{Ll}/u.test(word)).length;
  return shape && plainWords.length <= (bulleted ? 7 : 6) && (lower <= 2 || plainWords.length < 3);
}

/** The words of an entry without Markdown. */
export function unmarked(text: string): string {
  return text
    .replace(/\[([^[\]]+)\]\([^()]*\)/gu, '$1')
    .replace(/\*\*|__|`|^[*_]|[*_]$/gu, '')
    .replace(/\\([\\`*_[\]()#+.!-])/gu, '$1')
    .trim();
}

/** The parts of a text between commas or semicolons that stand in no brackets, without `and` and `etc.` */
export function parts(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number) => {
    const part = text
      .slice(from, to)
      .trim()
      .replace(/^(?:and|&)\s+/iu, '')
      .replace(/\s*(?:\.{2,}|…)$/u, '');
    if (part && !/^(?:etc\.?|others?)$/iu.test(part)) out.push(part);
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth = Math.max(0, depth - 1);
    else if ((c === ',' || c === ';') && depth === 0) {
      push(i);
      from = i + 1;
    }
  }
  push(text.length);
  return out;
}

/** `Ada Lark and Ben Moss` are two people: two full names, joined. */
export function pair(text: string): string[] {
  const both = text.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/u);
  return both.length === 2 && both.every((name) => /^\p{Lu}\S*\s+\p{Lu}/u.test(name)) ? both : [text];
}
