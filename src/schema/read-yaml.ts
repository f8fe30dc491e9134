import type * as z from 'zod';
import type { Parsed, Problem, SourceFile, Span } from '../problem.ts';
import { type Document, type Path, readDocument } from './document.ts';
import { expectation, type Finding, findings, MOST_FINDINGS } from './findings.ts';

/** An authored file after reading: the value, and where each of its keys stands. */
export interface Authored<T> {
  path: string;
  value: T;
  /** Where the value of a key stands, e.g. `evidence.0.passage`; what is not there is looked for around it. */
  spanOf(key: string): Span;
}

/** What a problem is about, from which its rule is named. */
export type ProblemKind = 'yaml-syntax' | Finding['kind'] | (string & {});

export interface ReadOptions {
  /** The rule of a problem by what it is about: `tracker/missing-key` for a missing key, say. */
  rule: (kind: ProblemKind) => string;
  /** How to mend any problem that does not say so itself. */
  hint?: string;
  /** How many lines stand above the text in its file. */
  linesAbove?: number;
  /** The size in characters from which a text is refused. */
  most?: number;
  /** What a file stands for that holds nothing but comments. */
  empty?: unknown;
  /** Whether what is right counts although something beside it is wrong: the keys or entries with problems are left out. */
  keepRest?: boolean;
  /** Keys beside the schema's that are passed over: other people's, with which no key of ours can have been meant. */
  passesOver?: (key: string, known: readonly string[]) => boolean;
}

/**
 * Reads a YAML file as its schema says. Every problem of the file is told at once, each at its place; the value is
 * null when something is wrong. Nothing that a file may hold makes it throw.
 */
export function readYaml<S extends z.ZodType>(
  file: SourceFile,
  schema: S,
  { rule, hint, linesAbove = 0, most, empty, keepRest = false, passesOver }: ReadOptions,
): Parsed<Authored<z.infer<S>> | null> {
  const document = readDocument(file, most);
  const below = (span: Span): Span => ({
    ...span,
    line: span.line + linesAbove,
    endLine: span.endLine + linesAbove,
  });
  const problemAt = (kind: string, span: Span, message: string, mend = hint): Problem => ({
    rule: rule(kind),
    severity: kind === 'warning' ? 'warning' : 'error',
    message,
    path: file.path,
    ...below(span),
    ...(mend ? { hint: mend } : {}),
  });
  const problems = document.complaints.map(({ kind, message, hint: mend, ...span }) =>
    problemAt(COMPLAINT_KINDS[kind], span, message, mend),
  );
  const data = document.data ?? empty;
  const isReadable = document.data !== undefined;
  const parsed = isReadable ? schema.safeParse(data, { error: expectation }) : undefined;
  const found = parsed?.error ? findings(parsed.error.issues, data) : [];
  problems.push(
    ...found
      .filter(({ known, path }) => !known || !passesOver?.(String(path.at(-1)), known))
      .map(({ kind, message, hint: mend, path, atKey }) =>
        problemAt(kind, atKey ? document.spanOfKey(path) : document.spanOf(path), message, mend),
      ),
  );
  const fine = parsed?.success && document.complaints.every(({ kind }) => kind === 'warning');
  const value = fine ? parsed.data : keepRest && isReadable ? rest(schema, document, found) : undefined;
  return {
    value:
      value === undefined
        ? null
        : { path: file.path, value, spanOf: (key) => below(document.spanOf(key.split('.'))) },
    problems: problems.slice(0, MOST_FINDINGS),
  };
}

const COMPLAINT_KINDS = { syntax: 'yaml-syntax', key: 'unknown-key', warning: 'yaml-syntax' } as const;

/** What a schema makes of a document without the keys or entries that have problems. */
function rest<S extends z.ZodType>(
  schema: S,
  { data }: Document,
  found: readonly { path: Path }[],
): z.infer<S> | undefined {
  const wrong = new Set(found.map(({ path }) => String(path[0])));
  const isRight = (_: unknown, key: number | string) => !wrong.has(String(key));
  const kept = Array.isArray(data)
    ? data.filter(isRight)
    : data && typeof data === 'object'
      ? Object.fromEntries(Object.entries(data).filter(([key, value]) => isRight(value, key)))
      : undefined;
  const parsed = schema.safeParse(kept);
  return parsed.success ? parsed.data : undefined;
}
