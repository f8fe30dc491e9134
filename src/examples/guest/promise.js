// The component's runtime runs no jobs after a call, so callbacks of its own promises would never be called. Programs
// see these promises instead, whose callbacks run when the program's body has ended.

const jobs = [];
/** Rejected promises that nobody has listened to. */
const unhandled = new Set();

/** Runs callbacks until there are no more; throws the reason of the first rejection that nobody handles. */
export function runJobs() {
  for (let job = jobs.shift(); job; job = jobs.shift()) job();
  for (const promise of unhandled) throw new UnhandledRejection(promise.reason);
}

/** A rejection that nobody handles ends a program like an error that nobody catches. */
export class UnhandledRejection {
  constructor(reason) {
    this.reason = reason;
  }
}

export class GuestPromise {
  #state = 'pending';
  #value;
  #reactions = [];

  constructor(executor) {
    if (typeof executor !== 'function') throw new TypeError('Promise: expected a function');
    const { resolve, reject } = this.#settlers();
    try {
      executor(resolve, reject);
    } catch (error) {
      reject(error);
    }
  }

  get reason() {
    return this.#value;
  }

  #settlers() {
    let called = false;
    const once = (settle) => (value) => {
      if (called) return;
      called = true;
      settle(value);
    };
    return {
      resolve: once((value) => this.#follow(value)),
      reject: once((reason) => this.#settle('rejected', reason)),
    };
  }

  #follow(value) {
    if (value === this) return this.#settle('rejected', new TypeError('a promise cannot wait for itself'));
    let then;
    try {
      then = typeof value === 'object' || typeof value === 'function' ? value?.then : undefined;
    } catch (error) {
      return this.#settle('rejected', error);
    }
    if (typeof then !== 'function') return this.#settle('fulfilled', value);
    jobs.push(() => {
      const { resolve, reject } = this.#settlers();
      try {
        then.call(value, resolve, reject);
      } catch (error) {
        reject(error);
      }
    });
  }

  #settle(state, value) {
    this.#state = state;
    this.#value = value;
    if (state === 'rejected' && this.#reactions.length === 0) unhandled.add(this);
    for (const reaction of this.#reactions) jobs.push(reaction);
    this.#reactions = [];
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  then(onValue, onError) {
    unhandled.delete(this);
    return new GuestPromise((resolve, reject) => {
      const react = () => {
        const isFine = this.#state === 'fulfilled';
        const callback = isFine ? onValue : onError;
        if (typeof callback !== 'function') return (isFine ? resolve : reject)(this.#value);
        try {
          resolve(callback(this.#value));
        } catch (error) {
          reject(error);
        }
      };
      if (this.#state === 'pending') this.#reactions.push(react);
      else jobs.push(react);
    });
  }

  catch(onError) {
    return this.then(undefined, onError);
  }

  finally(callback) {
    return this.then(
      (value) => GuestPromise.resolve(callback()).then(() => value),
      (error) =>
        GuestPromise.resolve(callback()).then(() => {
          throw error;
        }),
    );
  }

  static resolve(value) {
    return value instanceof GuestPromise ? value : new GuestPromise((resolve) => resolve(value));
  }

  static reject(reason) {
    return new GuestPromise((_, reject) => reject(reason));
  }

  static withResolvers() {
    let settlers;
    const promise = new GuestPromise((resolve, reject) => {
      settlers = { resolve, reject };
    });
    return { promise, ...settlers };
  }

  static all(values) {
    return gather(values, (promise, done, _, reject) => promise.then(done, reject));
  }

  static allSettled(values) {
    return gather(values, (promise, done) =>
      promise.then(
        (value) => done({ status: 'fulfilled', value }),
        (reason) => done({ status: 'rejected', reason }),
      ),
    );
  }

  static any(values) {
    return gather(
      values,
      (promise, done, resolve) => promise.then(resolve, done),
      (errors, _, reject) => reject(new AggregateError(errors, 'all promises were rejected')),
    );
  }

  static race(values) {
    return new GuestPromise((resolve, reject) => {
      for (const value of values) GuestPromise.resolve(value).then(resolve, reject);
    });
  }
}

/** A promise of one result for each value, in their order. */
function gather(values, listen, end = (results, resolve) => resolve(results)) {
  return new GuestPromise((resolve, reject) => {
    const promises = [...values].map((value) => GuestPromise.resolve(value));
    const results = new Array(promises.length);
    let left = promises.length;
    if (left === 0) end(results, resolve, reject);
    for (const [at, promise] of promises.entries()) {
      const done = (result) => {
        results[at] = result;
        left -= 1;
        if (left === 0) end(results, resolve, reject);
      };
      listen(promise, done, resolve, reject);
    }
  });
}

// What programs print of it.
Object.defineProperty(GuestPromise, 'name', { value: 'Promise' });
