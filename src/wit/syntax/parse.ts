import type { Parsed, Problem, SourceFile } from '../../problem.ts';
import { type Report, reporter } from '../report.ts';
import { Ast, type Range } from './ast.ts';
import { Cursor } from './cursor.ts';
import * as T from './kinds.ts';
import { lex } from './lex.ts';
import { parseFile } from './parse-items.ts';
import { describeKind } from './tokens.ts';

/**
 * Reads one WIT file. Never throws, whatever the text: what cannot be read is reported and skipped, and
 * everything else is in the value.
 */
export function parse(source: SourceFile): Parsed<Ast> {
  const problems: Problem[] = [];
  const report = reporter(source, problems);
  const file = new Ast(source, lex(source.text, report));
  const cursor = new Cursor(file, report);
  parseFile(cursor);
  reportSemicolons(cursor, report);
  return { value: file, problems };
}

/** Missing semicolons: one problem each, or one in all for a file that has none, as in WIT before July 2023. */
function reportSemicolons(cursor: Cursor, report: Report): void {
  const missing = cursor.withoutSemicolon;
  const found = ({ index, expected }: { index: number; expected: string }) =>
    `expected ${expected}, found ${describeKind(cursor.tokens.kinds[index] ?? T.end)}`;
  const [first] = missing;
  if (first && missing.length > 1 && !cursor.tokens.kinds.includes(T.semicolon)) {
    const message = `${found(first)}: the file is in the syntax from before semicolons`;
    report('no-semicolons', cursor.range(first.index), message, { hint: OLD_SYNTAX });
    return;
  }
  for (const gap of missing) {
    const before: Range = {
      start: cursor.tokens.starts[gap.index - 1] ?? 0,
      end: cursor.tokens.ends[gap.index - 1] ?? 0,
    };
    report('missing-semicolon', cursor.range(gap.index), found(gap), { hint: semicolonHint(cursor, before) });
  }
}

const OLD_SYNTAX =
  'since July 2023 every `package`, `use`, `import`, `export`, `include`, `type` and function ends with `;`';

/** Shows the end of the line where the semicolon belongs. */
function semicolonHint(cursor: Cursor, before: Range): string {
  const { text } = cursor.tokens;
  const from = text.lastIndexOf('\n', before.start) + 1;
  const line = text.slice(Math.max(from, before.end - 60), before.end).trim();
  return `end the line before with a semicolon: \`${line};\``;
}
