// The program inside the component of 0.3: it evaluates the body of an async function.
import * as hostClock from 'witness:async-example/clock@0.1.0';
import * as output from 'witness:async-example/output@0.1.0';
import { failureOf, placeIn } from '../failure.js';
import { show } from '../show.js';
import { bytes, text } from '../text.js';
import { cache } from './cache.js';
import { Value } from './value.js';

const checked = (name, ms) => {
  if (Number.isFinite(ms) && ms >= 0) return ms;
  throw new RangeError(`clock.${name}: expected milliseconds, 0 or more`);
};

const scope = {
  cache,
  print(...values) {
    output.print(values.map((value) => (typeof value === 'string' ? value : show(value))).join(' '));
  },
  bytes,
  /** The text of bytes; of a value, a promise of it. */
  text: (value) => (value instanceof Value ? value.text() : text(value)),
  clock: Object.freeze({
    now: () => hostClock.now(),
    advance: (ms) => hostClock.advance(checked('advance', ms)),
    /** A promise that comes true when so many milliseconds have gone by. */
    after: async (ms) => hostClock.after(checked('after', ms)).read(),
  }),
};

const names = Object.keys(scope);
const head = `(async function (${names.join(', ')}) { 'use strict'; `;

export async function run(source) {
  try {
    // biome-ignore lint/security/noGlobalEval: evaluating what the reader wrote is this component's purpose
    const body = globalThis.eval(`${head}${source}\n})`);
    await body.call(undefined, ...names.map((name) => scope[name]));
  } catch (error) {
    // Here everything can be awaited: there is no advice to give, and so no source to look into.
    throw failureOf(error, '', (stack) => placeIn(stack, head.length));
  }
}
