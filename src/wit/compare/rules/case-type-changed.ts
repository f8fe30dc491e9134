import { memberTypeChanged } from '../member-rules.ts';

export const caseTypeChanged = memberTypeChanged('case', 'A case has another payload.');
