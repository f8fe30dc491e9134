import type { Problem } from '../problem.ts';
import { oneLine, plainText } from './plain-text.ts';

const LONGEST_LINE = 160;

/**
 * Problems as people read them: the place, the sentence, the source line with carets, the hint.
 * @param sources the text of each path; without it the source line is left out.
 */
export function toText(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string> = new Map(),
): string {
  const lines = new Map<string, string[]>();
  const linesOf = (path: string) => {
    const known = lines.get(path);
    if (known) return known;
    const split = sources.get(path)?.split(/\r\n|\n|\r/) ?? [];
    lines.set(path, split);
    return split;
  };
  return problems.map((problem) => one(problem, linesOf(problem.path)[problem.line - 1])).join('\n');
}

function one(problem: Problem, sourceLine: string | undefined): string {
  const { path, line, column, severity, message, rule, hint } = problem;
  const out = [plainText(oneLine(`${path}:${line}:${column}: ${severity}: ${message} [${rule}]`))];
  if (sourceLine !== undefined) out.push(...excerpt(problem, sourceLine));
  if (hint) out.push(`      = hint: ${oneLine(hint)}`);
  return `${out.join('\n')}\n`;
}

/** The source line and the carets below it; a long line is cut to a window around the place. */
function excerpt(problem: Problem, sourceLine: string): string[] {
  const characters = [...oneLine(sourceLine)];
  const from = characters.length > LONGEST_LINE ? Math.max(0, problem.column - 1 - LONGEST_LINE / 2) : 0;
  const shown = characters.slice(from, from + LONGEST_LINE).join('');
  const end = problem.endLine === problem.line ? problem.endColumn : characters.length + 1;
  const width = Math.max(1, Math.min(end, from + LONGEST_LINE + 1) - problem.column);
  const number = String(problem.line).padStart(4);
  return [`${number} | ${shown}`, `     | ${' '.repeat(problem.column - 1 - from)}${'^'.repeat(width)}`];
}
