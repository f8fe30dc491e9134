import { memberRemoved } from '../member-rules.ts';

export const flagRemoved = memberRemoved('flag', 'A flag is gone.');
