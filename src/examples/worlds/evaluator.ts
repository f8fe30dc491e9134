import { exported, turn, type World } from './world.ts';

/** The guest that evaluates JavaScript: it is called with a source. */
export const evaluator: World<string> = ({ clock, advance, suspends, print, trace, end }, source) => ({
  imports: {
    'witness:example/output': {
      print(line: string) {
        print(line);
        trace('witness:example/output', 'print', [line], clock.now());
      },
    },
    'witness:example/clock': {
      now: () => clock.now(),
      advance(ms: number) {
        const from = clock.now();
        const moved = () => trace('witness:example/clock', 'advance', [ms], from);
        if (!suspends) {
          if (!advance) return end('This engine cannot wait for a clock that is not ours.');
          advance(ms);
          return moved();
        }
        // The other guests get their turn first, as they would while this one computes.
        const over = advance
          ? turn().then(() => advance(ms))
          : new Promise<void>((wake) => clock.after(ms, wake));
        return over.then(moved);
      },
    },
  },
  async run(exports) {
    await exported(exports, 'run')(source);
  },
});
