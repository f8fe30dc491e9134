import { LineCounter, type Node, parseDocument } from 'yaml';
import type { Parsed, Problem, SourceFile, Span } from '../../problem.ts';
import type { Authored } from '../model.ts';
import type { Shape } from './shape.ts';

/** Reads a YAML file as the shape says; null when something required is missing or wrong. */
export function readYaml<T>(file: SourceFile, shape: Shape<T>): Parsed<Authored<T> | null> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const problems: Problem[] = [];
  const span = (from: number, to: number) => spanBetween(file.text, lines, from, to);
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({
      rule: 'tracker/yaml-syntax',
      severity: error.name === 'YAMLParseError' ? 'error' : 'warning',
      message: `expected YAML: ${error.message.replace(/\.$/, '')}`,
      path: file.path,
      ...span(error.pos[0], error.pos[1]),
    });
  }
  if (document.errors.length > 0) return { value: null, problems };
  const spans: Record<string, Span> = {};
  const value = shape({
    node: document.contents as Node | null,
    key: '',
    fallback: span(0, 0),
    file: {
      path: file.path,
      problems,
      spans,
      spanOf: (node) => span(node.range?.[0] ?? 0, node.range?.[1] ?? 0),
    },
  });
  return { value: value === undefined ? null : { path: file.path, value, spans }, problems };
}

/** A mapping is pointed at by its first line: what is wrong with it is not all that it holds. */
function spanBetween(text: string, lines: LineCounter, from: number, to: number): Span {
  const newline = text.indexOf('\n', from);
  const end = Math.max(from, Math.min(to, newline === -1 ? text.length : newline));
  const { line, col } = lines.linePos(from);
  const column = [...text.slice(from - col + 1, from)].length + 1;
  return { line, column, endLine: line, endColumn: column + Math.max(1, [...text.slice(from, end)].length) };
}
