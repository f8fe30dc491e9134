import { memberRemoved } from '../member-rules.ts';

export const caseRemoved = memberRemoved('case', 'A case is gone.');
