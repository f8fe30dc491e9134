import { memberAdded } from '../member-rules.ts';

export const fieldAdded = memberAdded('field', 'A field is new. Even an optional one changes the type.');
