// primes N: how many prime numbers there are below N. The answer is kept, so that asking again is quick.
import { getArguments } from 'wasi:cli/environment@0.2.0-rc-2023-11-10';
import { getStdout } from 'wasi:cli/stdout@0.2.0-rc-2023-11-10';
import * as cache from 'wasi:keyvalue/cache@0.1.0';
import { OutgoingValue } from 'wasi:keyvalue/types@0.1.0';
import { bytes, text } from '../../src/examples/guest/text.js';
import { wait } from '../../src/examples/guest/wait.js';

export const run = {
  run() {
    const [program, argument] = getArguments();
    const limit = Number(argument);
    if (!Number.isInteger(limit) || limit < 0) {
      write(`usage: ${program} N\n`);
      throw undefined; // the `err` of `result`: exit status 1
    }
    const key = `primes below ${limit}`;
    const kept = wait(cache.get(key));
    const count = kept ? text(kept.incomingValueConsumeSync()) : String(countPrimes(limit));
    write(`${count} primes below ${limit}, ${kept ? 'from the cache' : 'computed'}\n`);
    if (!kept) {
      const value = OutgoingValue.newOutgoingValue();
      value.outgoingValueWriteBodySync(bytes(count));
      wait(cache.set(key, value, 3_600_000));
    }
  },
};

function countPrimes(limit) {
  const composite = new Uint8Array(limit);
  let count = 0;
  for (let n = 2; n < limit; n++) {
    if (composite[n]) continue;
    count += 1;
    for (let multiple = n * n; multiple < limit; multiple += n) composite[multiple] = 1;
  }
  return count;
}

function write(line) {
  getStdout().blockingWriteAndFlush(bytes(line));
}
