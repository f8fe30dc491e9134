/** Deeper lists and quotations than these were not typed by anybody, and take Markdown's reader very long. */
const DEEPEST_INDENT = 60;
const DEEPEST_QUOTE = 8;

/** A line without the part of its indentation, quotation marks and list markers that is beyond all use. Its words stay. */
export function shallow(line: string): string {
  const [lead = '', indent = '', marks = ''] =
    /^([^\S\n]*)((?:(?:>|[-*+]|\d{1,9}[.)])[^\S\n]*)*)/u.exec(line) ?? [];
  const depth = marks.match(/>|[-*+]|\d{1,9}[.)]/gu)?.length ?? 0;
  if (indent.length <= DEEPEST_INDENT && depth <= DEEPEST_QUOTE) return line;
  const kept = depth <= DEEPEST_QUOTE ? marks : '> ';
  return indent.slice(0, DEEPEST_INDENT) + kept + line.slice(lead.length);
}
