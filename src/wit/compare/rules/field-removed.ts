import { memberRemoved } from '../member-rules.ts';

export const fieldRemoved = memberRemoved('field', 'A field is gone.');
