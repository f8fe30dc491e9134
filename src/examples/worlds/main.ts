import { exported, isFailure, type World } from './world.ts';

/** A world with a main function of its own types: it is called with one value, and what comes back is printed. */
export const main: World<unknown> = ({ print }, argument) => ({
  imports: {},
  async run(exports) {
    const call = `main(${JSON.stringify(argument)})`;
    try {
      print(`${call} = ${JSON.stringify(await exported(exports, 'main')(argument))}`);
    } catch (error) {
      if (!isFailure(error)) throw error;
      print(`${call} failed: ${String(error.payload)}`);
    }
  },
});
