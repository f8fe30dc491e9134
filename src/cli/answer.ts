import { hasErrors, type Problem } from '../problem.ts';
import { plainText, toGithub, toText } from '../report/index.ts';
import type { Format } from './define-command.ts';

/** What a command found. How it is written is the same for all. */
export interface Answer {
  /** For programs; where there is none, they get the problems. */
  data?: unknown;
  /** For people. */
  text?: string;
  /** Something to keep, such as WIT or a calendar: written as it is in the place of `text`. */
  product?: string;
  /** What is wrong with the input. */
  problems?: readonly Problem[];
  /** The texts that problems are in, by path. */
  sources?: ReadonlyMap<string, string>;
  /** What to show beside the lines of a pull request, where that is more than the problems. */
  annotations?: readonly Problem[];
  /** The last word to people, on standard error, behind what stands there. */
  closing?: string;
  /** 1 when a problem is an error, unless told. */
  code?: number;
}

/** Writes an answer: data alone on standard output, problems beside it on standard error. @returns the exit code */
export function writeAnswer(answer: Answer, format: Format): number {
  const isForPeople = format === 'text' || format === 'markdown';
  const { data, text = '', product, problems = [], sources, closing } = answer;
  const isReport = data === undefined && answer.text === undefined && product === undefined;
  if (format === 'github') writeProblems(answer.annotations ?? problems, sources, format);
  else if (format === 'json' && data === undefined) writeJson(problems);
  else writeProblems(problems, sources, 'text', isReport ? process.stdout : process.stderr);
  if (format === 'json' && data !== undefined) writeJson(data);
  if (isForPeople) process.stdout.write(product ?? plainText(text));
  const isTold = isForPeople || (format === 'json' && data !== undefined && problems.length > 0);
  if (closing && isTold) process.stderr.write(plainText(`${closing}\n`));
  return answer.code ?? (hasErrors(problems) ? 1 : 0);
}

/** Problems of a command that goes on: for people beside what it says, for others on standard output. */
export function writeProblems(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string> | undefined,
  format: Format,
  people: NodeJS.WritableStream = process.stderr,
): void {
  if (format === 'json') writeJson(problems);
  else if (problems.length > 0 && format === 'text') people.write(`${toText(problems, sources)}\n`);
  else if (problems.length > 0) process.stdout.write(`${toGithub(problems)}\n`);
}

function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
