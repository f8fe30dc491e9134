import * as z from 'zod';
import type { Problem } from '../problem.ts';

/** Text that is not blank; with a form, text of that form, which `expected` says in words. */
export function text(form = /\S/u, expected = 'text') {
  return z
    .string({ error: expected })
    .regex(form, { error: expected, abort: true })
    .meta({ title: expected });
}

/** `YYYY-MM-DD`, a day that exists in the calendar. Dates compare as text. */
export const day = z.iso
  .date({ error: 'a date like 2023-07-13', abort: true })
  .meta({ id: 'day', title: 'a date like 2023-07-13' });

export function whole(min: number, max: number) {
  const error = `a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error }).meta({ title: error });
}

/** Short name of a proposal, a set, a criterion, a release. */
export const id = text(/^[a-z0-9]+([.-][a-z0-9]+)*$/u, 'a short name in lower case with hyphens');

/** An address that a page may lead to: no script, no path on somebody's machine. */
export const address = text(/^https?:\/\/\S+$/iu, 'an address that begins with https:// or http://');

export const url = text(/^https:\/\/\S+$/u, 'an address that begins with https://');

/** The one diagnostic of Witness as data. */
export const problem = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    path: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
    hint: z.string().optional(),
  })
  .meta({ id: 'problem' }) satisfies z.ZodType<Problem>;
