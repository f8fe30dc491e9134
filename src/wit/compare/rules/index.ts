import type { Rule } from '../rule.ts';
import { asyncChanged } from './async-changed.ts';
import { caseAdded } from './case-added.ts';
import { caseRemoved } from './case-removed.ts';
import { caseTypeChanged } from './case-type-changed.ts';
import { deprecated } from './deprecated.ts';
import { entryKindChanged } from './entry-kind-changed.ts';
import { exportAdded } from './export-added.ts';
import { exportRemoved } from './export-removed.ts';
import { fieldAdded } from './field-added.ts';
import { fieldRemoved } from './field-removed.ts';
import { fieldTypeChanged } from './field-type-changed.ts';
import { flagAdded } from './flag-added.ts';
import { flagRemoved } from './flag-removed.ts';
import { functionAdded } from './function-added.ts';
import { functionKindChanged } from './function-kind-changed.ts';
import { functionRemoved } from './function-removed.ts';
import { importAdded } from './import-added.ts';
import { importRemoved } from './import-removed.ts';
import { interfaceAdded } from './interface-added.ts';
import { interfaceRemoved } from './interface-removed.ts';
import { membersReordered } from './members-reordered.ts';
import { newWithoutSince } from './new-without-since.ts';
import { ownershipChanged } from './ownership-changed.ts';
import { parameterRenamed } from './parameter-renamed.ts';
import { parameterTypeChanged } from './parameter-type-changed.ts';
import { parametersChanged } from './parameters-changed.ts';
import { resultChanged } from './result-changed.ts';
import { sinceBeyondVersion } from './since-beyond-version.ts';
import { sinceChanged } from './since-changed.ts';
import { sinceRemoved } from './since-removed.ts';
import { stableToUnstable } from './stable-to-unstable.ts';
import { typeAdded } from './type-added.ts';
import { typeChanged } from './type-changed.ts';
import { typeRemoved } from './type-removed.ts';
import { unstableToStable } from './unstable-to-stable.ts';
import { versionBump } from './version-bump.ts';
import { worldAdded } from './world-added.ts';
import { worldRemoved } from './world-removed.ts';

/** Every rule; `version-bump` is last, since it weighs what the others found. */
export const RULES: readonly Rule[] = [
  worldRemoved,
  worldAdded,
  importRemoved,
  importAdded,
  exportRemoved,
  exportAdded,
  entryKindChanged,
  interfaceRemoved,
  interfaceAdded,
  functionRemoved,
  functionAdded,
  functionKindChanged,
  asyncChanged,
  parametersChanged,
  parameterRenamed,
  parameterTypeChanged,
  ownershipChanged,
  resultChanged,
  typeRemoved,
  typeAdded,
  typeChanged,
  fieldRemoved,
  fieldAdded,
  fieldTypeChanged,
  caseRemoved,
  caseAdded,
  caseTypeChanged,
  flagRemoved,
  flagAdded,
  membersReordered,
  stableToUnstable,
  unstableToStable,
  deprecated,
  sinceChanged,
  sinceRemoved,
  sinceBeyondVersion,
  newWithoutSince,
  versionBump,
];
