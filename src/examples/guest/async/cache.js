// The draft's functions as promises. What is imported stands in for them: see ../stand-in/cache.wit.
import * as imported from 'witness:async-cache-stand-in/cache@0.1.0-draft';
import { CacheError } from '../failure.js';
import { outgoing, Value } from './value.js';

const MAX_TTL = 2 ** 32 - 1;

function checkKey(name, key) {
  if (typeof key !== 'string') throw new TypeError(`cache.${name}: expected a string as key`);
}

function checkTtl(name, ttl) {
  if (ttl === undefined || ttl === null) return null;
  if (Number.isInteger(ttl) && ttl >= 0 && ttl <= MAX_TTL) return ttl;
  throw new TypeError(
    `${name}: expected a time to live in whole milliseconds from 0 to ${MAX_TTL}, or nothing`,
  );
}

async function answer(future) {
  const { tag, val } = await future.read();
  if (tag === 'ok') return val;
  throw new CacheError({ trace: () => val.trace });
}

/** Hands a value over; what its own source threw comes back as it was thrown. */
async function handOver(name, value, call) {
  const { pair, failure } = outgoing(name, value);
  try {
    await answer(call(pair));
  } catch (error) {
    throw failure() ?? error;
  }
}

/** The task of computing a missing value. */
class Vacancy {
  #handle;

  constructor(handle) {
    this.#handle = handle;
  }

  async fill(value, ttl) {
    const ms = checkTtl('fill', ttl);
    await handOver('fill', value, (pair) => this.#handle.fill(pair, ms));
  }

  drop() {
    this.#handle?.[Symbol.dispose]();
    this.#handle = undefined;
  }

  [Symbol.dispose]() {
    this.drop();
  }
}

export const cache = Object.freeze({
  async get(key) {
    checkKey('get', key);
    const value = await answer(imported.get(key));
    return value ? new Value(value) : null;
  },
  async exists(key) {
    checkKey('exists', key);
    return answer(imported.exists(key));
  },
  async set(key, value, ttl) {
    checkKey('set', key);
    const ms = checkTtl('cache.set', ttl);
    await handOver('cache.set', value, (pair) => imported.set(key, pair, ms));
  },
  async delete(key) {
    checkKey('delete', key);
    await answer(imported.delete(key));
  },
  async getOrSet(key) {
    checkKey('getOrSet', key);
    const { tag, val } = await answer(imported.getOrSet(key));
    return tag === 'ok' ? { tag: 'occupied', val: new Value(val) } : { tag: 'vacant', val: new Vacancy(val) };
  },
});
