import { parse, TomlError } from 'smol-toml';
import * as z from 'zod';
import { AT_START, type Parsed, type Problem } from '../../problem.ts';
import type { Tree } from '../tree.ts';

/** What a runtime's own file says of a test. */
export interface Expectation {
  runtime: string;
  /** `linux`, `macos`, `windows`. */
  system: string;
  suite: string;
  test: string;
  kind: 'skip' | 'fail' | 'pass';
  /** The comment above the entry, without its marks. */
  why: string;
  /** Addresses in the comment: the issues behind it. */
  issues: string[];
}

const file = z.object({
  version: z.literal(1).default(1),
  suite: z
    .array(
      z.object({
        name: z.string(),
        test: z
          .array(
            z.object({
              name: z.string(),
              action: z.literal('skip').optional(),
              expected: z.enum(['pass', 'fail']).optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

/** Reads every `expectations/RUNTIME/SYSTEM.toml`. A file that is none is told and left out. */
export async function readExpectations(tree: Tree): Promise<Parsed<Expectation[]>> {
  const paths = tree.paths.filter((path) => /(^|\/)expectations\/[^/]+\/[^/]+\.toml$/.test(path));
  const problems: Problem[] = [];
  const value: Expectation[] = [];
  for (const [path, bytes] of await tree.read(paths)) {
    const [runtime = '', system = ''] = path
      .replace(/\.toml$/, '')
      .split('/')
      .slice(-2);
    const read = parseExpectations(tree.label(path), new TextDecoder().decode(bytes));
    problems.push(...read.problems);
    value.push(...read.value.map((one) => ({ ...one, runtime, system })));
  }
  return { value, problems };
}

/** Reads one file; the comments above entries are part of what it says. */
export function parseExpectations(
  path: string,
  text: string,
): Parsed<Omit<Expectation, 'runtime' | 'system'>[]> {
  const wrong = (message: string, line = 1, column = 1) => ({
    value: [],
    problems: [
      {
        rule: 'conformance/expectations',
        severity: 'error' as const,
        message,
        path,
        ...AT_START,
        line,
        column,
        endLine: line,
        endColumn: column,
      },
    ],
  });
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return wrong(`expected TOML: ${error.message.split('\n')[0]}`, error.line, error.column);
  }
  const parsed = file.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const comments = commentsAbove(text);
  const entries = parsed.data.suite.flatMap(({ name, test }) => test.map((one) => ({ suite: name, ...one })));
  return {
    value: entries.map(({ suite, name, action, expected }, at) => {
      const why = comments[at] ?? '';
      return {
        suite,
        test: name,
        kind: action ?? expected ?? 'pass',
        why,
        issues: [...why.matchAll(/https?:\/\/[^\s<>"')]+/g)].map(([url]) => url.replace(/[.,;:]+$/, '')),
      };
    }),
    problems: [],
  };
}

/** The comment that stands directly above each `[[suite.test]]`, in the order of the entries. */
function commentsAbove(text: string): string[] {
  const found: string[] = [];
  let comment: string[] = [];
  for (const line of text.split('\n').map((line) => line.trim())) {
    if (line.startsWith('#')) comment.push(line.replace(/^#+\s?/, ''));
    else {
      if (/^\[\[\s*suite\s*\.\s*test\s*\]\]/.test(line)) found.push(comment.join('\n'));
      comment = [];
    }
  }
  return found;
}
