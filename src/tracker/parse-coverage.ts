import type { Parsed, SourceFile } from '../problem.ts';
import type { Authored, Coverage } from './model.ts';
import { readYaml } from './yaml/document.ts';
import { day, record, required, text } from './yaml/shape.ts';

const coverage = record<Coverage>({ from: required(day), until: required(day), detail: required(text()) });

/** Reads `content/coverage.yml`: which notes were read in full, so that absence means something. */
export function parseCoverage(file: SourceFile): Parsed<Authored<Coverage> | null> {
  return readYaml(file, coverage);
}
