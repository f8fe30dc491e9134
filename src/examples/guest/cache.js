// The interface's functions, with their arguments checked before they cross the boundary (a value of the wrong
// type would trap there), and the interface's error thrown as a JavaScript error that knows its line.
import * as imported from 'wasi:keyvalue/cache@0.1.0';
import { IncomingValue, OutgoingValue } from 'wasi:keyvalue/types@0.1.0';
import { CacheError } from './failure.js';

const MAX_TTL = 2 ** 32 - 1;

function checkKey(name, key) {
  if (typeof key !== 'string') throw new TypeError(`cache.${name}: expected a string as key`);
  if (!key.isWellFormed())
    throw new TypeError(`cache.${name}: the key has a lone surrogate: half of a character`);
}

function checkTtl(name, ttl) {
  if (ttl === undefined || ttl === null) return null;
  if (Number.isInteger(ttl) && ttl >= 0 && ttl <= MAX_TTL) return ttl;
  throw new TypeError(
    `${name}: expected a time to live in whole milliseconds from 0 to ${MAX_TTL}, or nothing`,
  );
}

export const cache = Object.freeze({
  ...imported,
  get(key) {
    checkKey('get', key);
    return imported.get(key);
  },
  exists(key) {
    checkKey('exists', key);
    return imported.exists(key);
  },
  set(key, value, ttl) {
    checkKey('set', key);
    if (!(value instanceof OutgoingValue)) throw new TypeError('cache.set: expected an OutgoingValue');
    return imported.set(key, value, checkTtl('cache.set', ttl));
  },
  getOrSet(key) {
    checkKey('getOrSet', key);
    return imported.getOrSet(key);
  },
  delete(key) {
    checkKey('delete', key);
    return imported.delete(key);
  },
});

const { vacancyFill } = imported.Vacancy.prototype;
imported.Vacancy.prototype.vacancyFill = function (ttl) {
  return vacancyFill.call(this, checkTtl('vacancyFill', ttl));
};

const { outgoingValueWriteBodySync } = OutgoingValue.prototype;
OutgoingValue.prototype.outgoingValueWriteBodySync = function (body) {
  if (!(body instanceof Uint8Array)) {
    throw new TypeError('outgoingValueWriteBodySync: expected a Uint8Array, such as bytes(text)');
  }
  return CacheError.from(() => outgoingValueWriteBodySync.call(this, body));
};

for (const [type, name] of [
  [OutgoingValue, 'outgoingValueWriteBodyAsync'],
  [IncomingValue, 'incomingValueConsumeSync'],
  [IncomingValue, 'incomingValueConsumeAsync'],
  [IncomingValue, 'incomingValueSize'],
]) {
  const method = type.prototype[name];
  type.prototype[name] = function () {
    return CacheError.from(() => method.call(this));
  };
}
