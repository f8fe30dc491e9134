import { buildExample } from '../build/example.ts';
import { buildAsyncGuest } from '../build/guest.ts';
import type { RunRequest } from '../execute.ts';
import { asExpected, permitted } from '../expectation.ts';
import type { Example, HostName, Outcome, Release, RunEvent } from '../model.ts';
import type { Runner } from './runner.ts';

/** What came of running one example, or one file, on one host. */
export interface ExampleRun {
  id: string;
  host: HostName;
  /** It ended without an error, and with a permitted output where some are declared. */
  ok: boolean;
  ms: number;
  output: string;
  expected: string | string[] | null;
  outcome: Outcome;
}

export interface RunSettings {
  timeoutMs?: number;
  /** For hosts that draw lots. */
  seed?: number;
  onEvent?: (event: RunEvent) => void;
}

/** Runs an example on a host and compares its output with what its page shows. */
export async function runExample(
  runner: Runner,
  example: Example,
  host: HostName,
  settings: RunSettings = {},
): Promise<ExampleRun> {
  const outputs = permitted(example, host);
  const { component, source, guests, release } = example;
  const program = component
    ? { world: component.kind, calls: component.calls }
    : { world: evaluatorOf(release), calls: [source] };
  const built = component ? await buildExample(example) : await guestOf(release);
  const request = { ...program, ...place(host, settings), guests };
  const { output, outcome, ms } = await runner.run(request, { ...settings, ...(built ? { built } : {}) });
  const ok = outcome.kind === 'finished' && (outputs === undefined || outputs.includes(output));
  return { id: example.id, host, ok, ms, output, expected: asExpected(outputs), outcome };
}

/** Runs a source that nothing is expected of, but that it ends without an error. */
export async function runSource(
  runner: Runner,
  source: string,
  host: HostName,
  { release = '0.2', ...settings }: RunSettings & { release?: Release } = {},
): Promise<ExampleRun> {
  const request: RunRequest = { world: evaluatorOf(release), calls: [source], ...place(host, settings) };
  const built = await guestOf(release);
  const { output, outcome, ms } = await runner.run(request, { ...settings, ...(built ? { built } : {}) });
  return { id: 'source', host, ok: outcome.kind === 'finished', ms, output, expected: null, outcome };
}

function evaluatorOf(release: Release) {
  return release === '0.3' ? ('async-evaluator' as const) : ('evaluator' as const);
}

/** The component that evaluates a source; undefined for the one that the runner has. */
async function guestOf(release: Release) {
  return release === '0.3' ? buildAsyncGuest() : undefined;
}

/** Redis has a clock of its own; the other hosts go by ours, which skips all waiting. */
function place(host: HostName, { seed = 1 }: RunSettings): Pick<RunRequest, 'host' | 'seed' | 'clock'> {
  return { host, seed, clock: host === 'redis' ? 'real' : 'skip' };
}
