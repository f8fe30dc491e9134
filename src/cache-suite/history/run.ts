import type { Clock } from '../../cache/clock.ts';
import type { Backend } from '../../cache/contract.ts';
import { random } from '../../cache/random.ts';
import type { Call } from './call.ts';
import { check } from './check.ts';
import { runClient } from './client.ts';
import { indexHistory, type Loss, type Violation } from './history.ts';
import type { Promises } from './promises.ts';
import { Recorder } from './recorder.ts';

/** Where a history takes place. */
export interface Setup {
  /** The clients are dealt out to these; more than one stands for several processes on one store. */
  backends: readonly Backend[];
  clock: Clock;
  promises: Promises;
  /** Ends this turn of the event loop, so that whatever can happen happens. */
  turn(): Promise<void>;
  /** Called when a turn brought nothing: where the clock does not move by itself, it is moved. */
  rest(): void;
  /** The next position in the order of all invocations and responses, where several processes write them down. */
  position?(): number;
  /** Called for every invocation and response, where the clock does not move by itself. */
  pass?(): void;
  /** How many turns without news mean that whoever waits will wait for ever. */
  patience: number;
  /** The longest pause of a client between two operations. Default: none. */
  thinkMs?: number;
  /** Breaks things while the clients are at work, until that is over. */
  inflict?(context: FaultContext): Promise<FaultEffects>;
}

/** What there is to see for one who breaks things. */
export interface FaultContext {
  isOver(): boolean;
  position(): number;
}

/** What came of it: when everything was lost, and what other processes saw. */
export interface FaultEffects {
  losses: Loss[];
  calls: Call[];
}

export interface HistoryOptions {
  operations: number;
  seed: number;
  /** Default: 12. */
  clients?: number;
}

export interface HistoryResult {
  operations: number;
  violations: Violation[];
  /** Reads, and get-or-sets, that found a value, and those that did not. */
  hits: number;
  misses: number;
  /** Calls that failed. Without a fault each of them is a violation. */
  failures: number;
}

/** Lets clients do random things at the same time, and judges what they saw. */
export async function runHistory(setup: Setup, options: HistoryOptions): Promise<HistoryResult> {
  const { calls, losses } = await recordHistory(setup, options);
  const violations = check(indexHistory(calls, setup.promises, losses));
  const count = (...kinds: Call['outcome']['kind'][]) =>
    calls.filter(({ outcome }) => kinds.includes(outcome.kind)).length;
  return {
    operations: calls.length,
    violations,
    hits: count('value'),
    misses: count('missing', 'vacancy'),
    failures: count('error'),
  };
}

/** Lets clients do random things at the same time, and writes them down. */
export async function recordHistory(
  setup: Setup,
  { operations, seed, clients = 12 }: HistoryOptions,
): Promise<{ calls: Call[]; losses: Loss[] }> {
  const { backends, clock, thinkMs } = setup;
  let last = 0;
  const position = () => {
    setup.pass?.();
    last = setup.position?.() ?? last + 1;
    return last;
  };
  const recorder = new Recorder({ clock, position });
  const budget = { left: operations };
  let over = false;
  const inflicted = setup.inflict?.({ position, isOver: () => over });
  const work = Array.from({ length: clients }, (_, number) =>
    runClient({
      number,
      backend: backends[number % backends.length] as Backend,
      recorder,
      random: random(seed * 1000 + number),
      budget,
      thinkMs,
      vacancyMs: setup.promises.vacancyMs,
      sleep: (ms) => new Promise((resume) => clock.after(ms, () => resume())),
    }),
  );
  const finished = Promise.all(work).then(() => {
    over = true;
  });
  for (let quiet = 0; !over && quiet < setup.patience; ) {
    const before = last;
    await setup.turn();
    quiet = last === before ? quiet + 1 : 0;
    if (quiet > 0) setup.rest();
  }
  // A client that fails is a mistake of ours and not a finding.
  if (over) await finished;
  over = true;
  settleFailures(recorder.calls, backends.length);
  const { calls, losses } = (await inflicted) ?? { calls: [], losses: [] };
  return { calls: recorder.calls.concat(calls), losses };
}

/** How long after a failed call one that succeeds, over the same connection, shows that the failed one is over. */
const SETTLED_MS = 250;

/** A connection keeps the order: once it answers a later call, an earlier one has had its effect or never will. */
function settleFailures(calls: readonly Call[], backends: number): void {
  const byBackend = Map.groupBy(calls, (call) => call.client % backends);
  for (const own of byBackend.values()) {
    const answered = own.filter(({ outcome }) => outcome.kind !== 'error' && outcome.kind !== 'pending');
    let next = 0;
    const failed = own.filter(({ outcome }) => outcome.kind === 'error').sort((a, b) => a.until - b.until);
    for (const call of failed) {
      while ((answered[next]?.at ?? Number.POSITIVE_INFINITY) < call.until + SETTLED_MS) next += 1;
      call.ended = answered[next]?.ended ?? Number.POSITIVE_INFINITY;
      call.until = answered[next]?.until ?? Number.POSITIVE_INFINITY;
    }
  }
}
