import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../src/examples/index.ts';

describe('virtualClock', () => {
  it('stands still until it is moved', () => {
    const clock = virtualClock(100);
    expect(clock.now()).toBe(100);
    clock.advance(50);
    expect(clock.now()).toBe(150);
  });

  it('wakes timers in order, each at its own time', () => {
    const clock = virtualClock(0);
    const heard: [string, number][] = [];
    clock.after(30, () => heard.push(['late', clock.now()]));
    clock.after(10, () => {
      heard.push(['early', clock.now()]);
      clock.after(5, () => heard.push(['between', clock.now()]));
    });
    clock.after(41, () => heard.push(['never', clock.now()]));
    clock.advance(40);
    expect(heard).toEqual([
      ['early', 10],
      ['between', 15],
      ['late', 30],
    ]);
    expect(clock.now()).toBe(40);
  });

  it('jumps to the next timer, and says when there is none', () => {
    const clock = virtualClock(0);
    let woken = 0;
    clock.after(1000, () => {
      woken++;
    });
    const cancel = clock.after(500, () => {
      woken += 100;
    });
    cancel();
    expect(clock.jump()).toBe(true);
    expect([woken, clock.now()]).toEqual([1, 1000]);
    expect(clock.jump()).toBe(false);
    expect(clock.now()).toBe(1000);
  });
});
