import { exported, type World } from './world.ts';

/** The guest of 0.3 that evaluates JavaScript: it is called with the body of an async function. */
export const asyncEvaluator: World<string> = ({ clock, advance, print, trace, end }, source) => ({
  imports: {
    'witness:async-example/output': {
      print(line: string) {
        print(line);
        trace('witness:async-example/output', 'print', [line], clock.now());
      },
    },
    'witness:async-example/clock': {
      now: () => clock.now(),
      advance(ms: number) {
        const from = clock.now();
        if (advance) advance(ms);
        else if (!stand(ms)) end('This engine cannot wait for a clock that is not ours.');
        trace('witness:async-example/clock', 'advance', [ms], from);
      },
      after: (ms: number) =>
        new Promise<boolean>((wake) => {
          clock.after(ms, () => wake(true), true);
        }),
    },
  },
  async run(exports) {
    await exported(exports, 'run')(source);
  },
});

/** Stands still for so long, as the guest's plain function must; false where threads may not. */
function stand(ms: number): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  return true;
}
