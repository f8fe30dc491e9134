import type { Problem, Span } from '../../problem.ts';
import { type Help, type LineIndex, lineIndex, type Report, reporter } from '../report.ts';
import type { RuleName } from '../rules.ts';
import type { Ast, Range } from '../syntax/ast.ts';
import type { Place } from './resolved.ts';

/** Notes problems in any of the files that are resolved together. */
export class Log {
  readonly problems: Problem[] = [];
  readonly #reports = new Map<Ast, Report>();
  readonly #lines = new Map<Ast, LineIndex>();

  at(file: Ast, rule: RuleName, range: Range, message: string, more?: Help): void {
    let report = this.#reports.get(file);
    if (!report) {
      report = reporter(file.source, this.problems);
      this.#reports.set(file, report);
    }
    report(rule, range, message, more);
  }

  /** As `at`, for a place. */
  on(place: Place | undefined, rule: RuleName, message: string, more?: Help): void {
    if (place) this.at(place.file, rule, place, message, more);
  }

  position(file: Ast, range: Range): Span {
    let lines = this.#lines.get(file);
    if (!lines) {
      lines = lineIndex(file.source.text);
      this.#lines.set(file, lines);
    }
    return lines.span(range);
  }
}
