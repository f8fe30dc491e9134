// The names that every example has in scope. Beside the interface's own functions and classes they are small
// helpers: print, wait, bytes, text and clock.
import * as poll from 'wasi:io/poll@0.2.0-rc-2023-11-10';
import { IncomingValue, OutgoingValue } from 'wasi:keyvalue/types@0.1.0';
import * as hostClock from 'witness:example/clock@0.1.0';
import * as output from 'witness:example/output@0.1.0';
import { cache } from './cache.js';
import { GuestPromise } from './promise.js';
import { show } from './show.js';
import { bytes, text } from './text.js';
import { wait } from './wait.js';

/** One line of output: strings as they are, everything else as it would be written in JavaScript. */
function print(...values) {
  const line = values.map((value) => (typeof value === 'string' ? value : show(value))).join(' ');
  if (!line.isWellFormed()) throw new TypeError('print: the text has a lone surrogate: half of a character');
  output.print(line);
}

const clock = Object.freeze({
  /** Milliseconds since 1970 by the host's clock. */
  now: () => hostClock.now(),
  /** Moves the host's clock forward, or waits as long where it cannot be moved. */
  advance(ms) {
    if (!(Number.isFinite(ms) && ms >= 0))
      throw new RangeError('clock.advance: expected milliseconds, 0 or more');
    hostClock.advance(ms);
  },
});

export const scope = {
  cache,
  OutgoingValue,
  IncomingValue,
  poll,
  print,
  wait,
  bytes,
  text,
  clock,
  Promise: GuestPromise,
};
