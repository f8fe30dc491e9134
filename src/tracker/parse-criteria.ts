import type { Parsed, SourceFile } from '../problem.ts';
import type { Authored, CriteriaSet, Criterion, CriterionVersion, Stage, Wording } from './model.ts';
import { readYaml } from './yaml/document.ts';
import { evidence, id, someEvidence } from './yaml/parts.ts';
import { day, list, oneOf, optional, plain, record, required, table, text, whole } from './yaml/shape.ts';

const stage = record<Stage>({
  state: required(oneOf('promised', 'presented', 'adopted')),
  from: required(day),
  source: required(someEvidence),
});

const version = record<CriterionVersion>({
  text: required(text()),
  from: required(day),
  until: optional(day),
  source: optional(evidence, []),
});

const wording = record<Wording>({
  date: required(day),
  text: required(text()),
  evidence: required(someEvidence),
});

const criterion = record<Criterion>({
  id: required(id),
  title: required(text()),
  check: required(id),
  with: optional(table(plain), {}),
  versions: required(list(version)),
  alsoWorded: optional(list(wording), []),
});

const criteriaSet = record<CriteriaSet>({
  id: required(id),
  title: required(text()),
  summary: required(text()),
  judges: required(oneOf('proposal', 'launch', 'phase-entry')),
  release: optional(id),
  phase: optional(whole(0, 5)),
  closedBy: optional(id),
  stages: required(list(stage)),
  criteria: required(list(criterion)),
});

/** Reads `content/criteria/<id>.yml`. */
export function parseCriteria(file: SourceFile): Parsed<Authored<CriteriaSet> | null> {
  return readYaml(file, criteriaSet);
}
