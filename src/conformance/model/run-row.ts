import * as z from 'zod';

/** One test of a run, as `conformance run --json` and `--out` give it and `build --runs` reads it. */
export const runRow = z.object({
  suite: z.string(),
  test: z.string(),
  runtime: z.string(),
  version: z.string(),
  verdict: z.enum(['pass', 'fail', 'skipped']),
  detail: z.string().optional(),
  ms: z.number(),
  /** Whether the runtime's expectations name the failure. */
  isExpected: z.boolean().optional(),
  /** What they say of it. */
  why: z.string().optional(),
  /** The issues that they name. */
  issues: z.array(z.string()).optional(),
  /** The day and system of the run. */
  day: z.string().optional(),
  system: z.string().optional(),
});

export type RunRow = z.infer<typeof runRow>;
