import { memberAdded } from '../member-rules.ts';

export const caseAdded = memberAdded('case', 'A case is new. The other side may not know it.');
