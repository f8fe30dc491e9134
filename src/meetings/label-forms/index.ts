import { angled } from './angled.ts';
import { bold } from './bold.ts';
import { bracketed } from './bracketed.ts';
import { dashed } from './dashed.ts';
import { definition } from './definition.ts';
import type { Form } from './form.ts';
import { handle } from './handle.ts';
import { plain } from './plain.ts';
import { timed } from './timed.ts';

/** Every form of a label, in the order in which they are tried. */
export const FORMS: readonly Form[] = [bold, plain, definition, timed, bracketed, angled, dashed, handle];
