import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';

/** The YAML at the head of a note; empty when there is none. */
export interface FrontMatter {
  data: Record<string, unknown>;
  /** The line of the closing `---`; 0 without front matter. */
  endLine: number;
  problems: Problem[];
}

type Kind = keyof typeof EXPECTED;

const NAMES: Record<string, Kind> = {
  title: 'text',
  date: 'date',
  source: 'address',
  restated: 'flag',
  complete: 'flag',
  note: 'text',
};

/** An address that a page may lead to: no script, no path on somebody's machine. */
export const ADDRESS = /^https?:\/\/\S+$/iu;

/** Reads the front matter of the minutes kept in this project; notes from elsewhere have none. */
export function readFrontMatter(path: string, lines: readonly string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== '---') return { data: {}, endLine: 0, problems: [] };
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (close < 0 || close > 200) return { data: {}, endLine: 0, problems: [] };
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, close).join('\n'), { lineCounter: counter });
  const problems = document.errors.map((error): Problem => {
    const at = counter.linePos(error.pos[0]);
    return problem(
      path,
      at.line + 1,
      at.col,
      error.message.split('\n')[0]?.replace(/[.:]?\s*at line.*$/u, '') ?? '',
    );
  });
  const value: unknown = problems.length === 0 ? document.toJS({ maxAliasCount: 20 }) : {};
  const data = value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  return { data, endLine: close + 1, problems: [...problems, ...wrongValues(path, lines, close, data)] };
}

function wrongValues(
  path: string,
  lines: readonly string[],
  close: number,
  data: Record<string, unknown>,
): Problem[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const wanted = NAMES[name];
    const index = lines.findIndex((line, i) => i > 0 && i < close && line.startsWith(`${name}:`));
    const complaint = !wanted
      ? `expected one of ${Object.keys(NAMES).join(', ')}, found "${name}"`
      : fits(wanted, value)
        ? null
        : `expected ${EXPECTED[wanted]} for "${name}", found ${JSON.stringify(value)}`;
    return complaint ? [problem(path, Math.max(1, index + 1), 1, complaint)] : [];
  });
}

const EXPECTED = {
  text: 'a text',
  date: 'a date as YYYY-MM-DD',
  address: 'an address that begins with https:// or http://',
  flag: 'true or false',
};

const FORMS: Record<Exclude<Kind, 'flag'>, RegExp> = {
  text: /^/u,
  date: /^\d{4}-\d{2}-\d{2}$/u,
  address: ADDRESS,
};

function fits(wanted: Kind, value: unknown): boolean {
  if (wanted === 'flag') return typeof value === 'boolean';
  return typeof value === 'string' && FORMS[wanted].test(value);
}

function problem(path: string, line: number, column: number, message: string): Problem {
  return {
    rule: 'meetings/front-matter',
    severity: 'error',
    message,
    path,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    hint: 'Front matter is YAML between two lines of three hyphens: title, date, source, restated, complete and note.',
  };
}
