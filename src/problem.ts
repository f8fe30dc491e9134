/** How much a problem matters. Only an `error` makes a command exit with 1. */
export type Severity = 'error' | 'warning' | 'info';

/** A range of a file. Lines and columns count from 1; columns count Unicode characters; the end is exclusive. */
export interface Span {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where a problem of a file as a whole is told, which has no text to point at. */
export const AT_START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The one diagnostic of Witness: what is wrong, where, what was expected, and how to mend it. */
export interface Problem extends Span {
  /** Stable id, e.g. `wit/expected-token`: the name of the file, fixture and documentation anchor of the rule. */
  rule: string;
  severity: Severity;
  /** One sentence without a full stop: what was expected and what was found. */
  message: string;
  path: string;
  /** How to mend it, when that is known. */
  hint?: string;
}

/** What every parser returns: never an exception for content, always a value and the problems found on the way. */
export interface Parsed<T> {
  value: T;
  problems: Problem[];
}

/** A text and the path to name it by in problems. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Whether the input is unusable: at least one problem is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** The order in which problems are shown: by file, then by place, then by rule. */
export function byPlace(a: Problem, b: Problem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
