import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/examples/index.ts';
import { endlessness } from '../../src/examples/panel/endlessness.ts';

const started: RunEvent[] = [{ type: 'started' }];
const calls = (count: number): RunEvent[] =>
  Array.from({ length: count }, () => ({
    type: 'call',
    guest: 1,
    call: {
      id: 1,
      interface: 'wasi:keyvalue/cache',
      operation: 'get',
      args: [],
      result: undefined,
      from: 0,
      to: 0,
    },
  }));

describe('endlessness', () => {
  it('waits for as long as it takes to start', () => {
    const watch = endlessness();
    expect(watch.verdict(60_000)).toBeUndefined();
  });

  it('ends a guest that keeps its thread busy, within two seconds', () => {
    const watch = endlessness();
    watch.asked();
    watch.saw(started, 'real', 1000);
    for (let asked = 0; asked < 5; asked++) watch.asked();
    expect(watch.verdict(2500)).toBeUndefined();
    watch.asked();
    expect(watch.verdict(2750)).toBe(1.75);
    watch.heard();
    expect(watch.verdict(2750)).toBeUndefined();
  });

  it('ends a loop that answers, when it makes more calls than any example', () => {
    const watch = endlessness();
    watch.saw([...started, ...calls(4000)], 'skip', 0);
    expect(watch.verdict(1400)).toBeUndefined();
    expect(watch.verdict(1750)).toBe(1.75);
  });

  it('lets a slow machine finish, but not for ever', () => {
    const watch = endlessness();
    watch.saw([...started, ...calls(500)], 'skip', 0);
    expect(watch.verdict(10_000)).toBeUndefined();
    expect(watch.verdict(16_000)).toBe(16);
  });

  it('lets a run wait where time is real or stands still', () => {
    const watch = endlessness();
    watch.saw([...started, ...calls(4000)], 'real', 0);
    expect(watch.verdict(600_000)).toBeUndefined();
  });
});
