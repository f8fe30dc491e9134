import { memberTypeChanged } from '../member-rules.ts';

export const fieldTypeChanged = memberTypeChanged('field', 'A field has another type.');
