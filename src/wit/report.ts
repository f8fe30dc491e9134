import type { Problem, SourceFile, Span } from '../problem.ts';
import type { RuleName } from './rules.ts';
import { severityOf } from './severity.ts';
import type { Range } from './syntax/ast.ts';

/** How to mend a problem. One that takes work to find is asked for only when the problem is told. */
export interface Help {
  hint?: string | (() => string | undefined);
}

/** Notes a problem at a range of a file. The rule says how much it matters. */
export type Report = (rule: RuleName, range: Range, message: string, more?: Help) => void;

/** How many problems of one file are told; a file of noise has millions. */
const MOST = 200;

/** A `Report` for one file, which writes to `problems`. */
export function reporter(source: SourceFile, problems: Problem[]): Report {
  const lines = lineIndex(source.text);
  const told = new Set<string>();
  let count = 0;
  return (rule, range, message, more) => {
    if (count > MOST) return;
    // What is wrong at a place is told once, however many ways lead there.
    const key = `${rule} ${range.start} ${message}`;
    if (told.has(key)) return;
    told.add(key);
    count++;
    const enough = count > MOST;
    const help = enough ? undefined : more?.hint;
    const hint = typeof help === 'function' ? help() : help;
    problems.push({
      rule: enough ? 'wit/too-many-problems' : `wit/${rule}`,
      severity: severityOf(rule),
      message: enough ? `more than ${MOST} problems in this file; the rest is not shown` : message,
      path: source.path,
      ...lines.span(range),
      hint,
    });
  };
}

/** Turns offsets into lines and columns. Columns count Unicode characters. */
export interface LineIndex {
  span(range: Range): Span;
}

/** The lines of a text. They are counted when first asked for. */
export function lineIndex(text: string): LineIndex {
  let starts: number[] | undefined;
  let halves: number[] | undefined;
  const position = (offset: number): [line: number, column: number] => {
    starts ??= lineStarts(text);
    halves ??= secondHalves(text);
    const line = lastAtMost(starts, offset);
    const from = starts[line] ?? 0;
    return [line + 1, offset - from - (countBelow(halves, offset) - countBelow(halves, from)) + 1];
  };
  return {
    span({ start, end }) {
      const [line, column] = position(start);
      const [endLine, endColumn] = position(Math.max(start, end));
      return { line, column, endLine, endColumn };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last number in a sorted list that is at most `value`. */
export function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Where the second halves of characters beyond U+FFFF stand: a column counts such a character once. */
function secondHalves(text: string): number[] {
  return Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (pair) => pair.index + 1);
}

function countBelow(sorted: readonly number[], value: number): number {
  return sorted.length === 0 || (sorted[0] ?? 0) >= value ? 0 : lastAtMost(sorted, value - 1) + 1;
}
