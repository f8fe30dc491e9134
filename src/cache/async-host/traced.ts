import type { Clock } from '../clock.ts';
import type { Call, Traced } from '../contract.ts';
import type { AsyncCache } from './async-cache-host.ts';

/** The same functions, each of whose calls is told when it has ended. Streams are named, not shown. */
export function traced(cache: AsyncCache, clock: Clock, trace: (call: Call) => void): AsyncCache {
  let count = 0;
  const told = <T>(
    operation: string,
    args: Traced[],
    call: () => Promise<T>,
    show: (value: T) => Traced,
  ): Promise<T> => {
    const id = ++count;
    const from = clock.now();
    const tell = (result: Call['result']) =>
      trace({ id, operation, interface: 'witness:async-cache/cache', args, result, from, to: clock.now() });
    return call().then(
      (value) => {
        tell(show(value));
        return value;
      },
      (error: unknown) => {
        tell({ error: error instanceof Error ? error.message : String(error) });
        throw error;
      },
    );
  };
  const stored = () => undefined;
  return {
    get: (key) =>
      told(
        'get',
        [key],
        () => cache.get(key),
        (value) => value && 'a stream',
      ),
    exists: (key) =>
      told(
        'exists',
        [key],
        () => cache.exists(key),
        (found) => found,
      ),
    set: (key, value, ttlMs) =>
      told('set', [key, 'a stream', ttlMs], () => cache.set(key, value, ttlMs), stored),
    delete: (key) => told('delete', [key], () => cache.delete(key), stored),
    getOrSet: (key) =>
      told(
        'get-or-set',
        [key],
        () => cache.getOrSet(key),
        ({ tag }) => tag,
      ),
    Vacancy: cache.Vacancy,
  };
}
