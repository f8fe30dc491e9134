import { HostPollable, type Source } from './io.ts';

/** The longest timer that Node keeps. */
const LONGEST_MS = 2 ** 31 - 1;

/** The interfaces of `wasi:clocks` 0.2, by the second part of their names. */
export const clocks = {
  'monotonic-clock': {
    now: process.hrtime.bigint,
    resolution: () => 1n,
    subscribeInstant: (when: bigint) => new HostPollable(instant(when)),
    subscribeDuration: (duration: bigint) => new HostPollable(instant(process.hrtime.bigint() + duration)),
  },
  'wall-clock': {
    now: () => datetime(Date.now()),
    resolution: () => datetime(1),
  },
};

function instant(when: bigint): Source {
  const ready = () => process.hrtime.bigint() >= when;
  return {
    ready,
    wait() {
      if (ready()) return;
      const ms = Number((when - process.hrtime.bigint()) / 1_000_000n) + 1;
      return new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_MS)));
    },
  };
}

function datetime(ms: number): { seconds: bigint; nanoseconds: number } {
  const seconds = Math.floor(ms / 1000);
  return { seconds: BigInt(seconds), nanoseconds: (ms - seconds * 1000) * 1_000_000 };
}
