import { memory } from '../../cache/backends/memory.ts';
import { noop } from '../../cache/backends/noop.ts';
import { weakest } from '../../cache/backends/weakest.ts';
import { type ManualClock, manualClock } from '../../cache/clock.ts';
import type { Backend } from '../../cache/contract.ts';
import type { Subject } from './conformance.ts';

/** A subject whose time is a clock that stands still until a row moves it. */
export function onManualClock(
  host: string,
  open: (clock: ManualClock) => Backend,
  dispose: () => Promise<void> = async () => {},
): Subject {
  return {
    host,
    async open() {
      const clock = manualClock(1_000);
      const backend = open(clock);
      return {
        backend,
        pass: async (ms) => clock.advance(ms),
        vacancyMs: 10_000,
        ttlMs: 1_000,
        async dispose() {
          await backend.close?.();
          await dispose();
        },
      };
    },
  };
}

/** The backends that live in the process, and run in a browser as well. */
export function subjects(seed = 1): Subject[] {
  return [
    onManualClock('noop', () => noop()),
    onManualClock('memory', (clock) => memory({ clock, maxEntries: 100 })),
    onManualClock('weakest', (clock) => weakest({ clock, seed })),
  ];
}
