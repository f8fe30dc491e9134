/**
 * The words of the plain comments (`//`) on the lines directly above a line; attributes may stand between. Empty when
 * there are none. @param line counted from 1.
 */
export function commentAbove(lines: readonly string[], line: number): string {
  let at = line - 2;
  while (/^\s*@/.test(lines[at] ?? '')) at -= 1;
  const found: string[] = [];
  for (; /^\s*\/\/(?!\/)/.test(lines[at] ?? ''); at -= 1) {
    found.unshift((lines[at] ?? '').replace(/^\s*\/\/ ?/, ''));
  }
  // A line that is only drawn would make a heading of the one above it.
  return found
    .map((words) => (/\w/.test(words) ? words.trimEnd() : ''))
    .join('\n')
    .trim();
}
