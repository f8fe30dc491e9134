import { memberAdded } from '../member-rules.ts';

export const flagAdded = memberAdded('flag', 'A flag is new. The other side may not know it.');
