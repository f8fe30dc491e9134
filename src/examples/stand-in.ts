import type { AsyncCache } from '../cache/index.ts';

/**
 * The host's side of `guest/stand-in/cache.wit`: the draft's functions with their results as jco takes them inside a
 * future. It goes when components made from JavaScript can import an `async func`; so does that file.
 */
export function standIn(cache: AsyncCache): Record<string, object> {
  return {
    'witness:async-cache-stand-in/cache': {
      get: (key: string) => tagged(cache.get(key)),
      exists: (key: string) => tagged(cache.exists(key)),
      set: (...args: Parameters<AsyncCache['set']>) => tagged(cache.set(...args)),
      delete: (key: string) => tagged(cache.delete(key)),
      getOrSet: (key: string) =>
        tagged(
          cache
            .getOrSet(key)
            .then(({ tag, val }) => ({ tag: tag === 'occupied' ? 'ok' : 'err', val: standInFor(val) })),
        ),
      Vacancy: StandInVacancy,
    },
  };
}

type Found = Awaited<ReturnType<AsyncCache['getOrSet']>>['val'];
type Vacancy = InstanceType<AsyncCache['Vacancy']>;

class StandInVacancy {
  readonly #vacancy: Vacancy;

  constructor(vacancy: Vacancy) {
    this.#vacancy = vacancy;
  }

  fill(...args: Parameters<Vacancy['fill']>) {
    return tagged(this.#vacancy.fill(...args));
  }

  [Symbol.dispose](): void {
    this.#vacancy[Symbol.dispose]();
  }
}

function standInFor(found: Found): object {
  return Array.isArray(found) ? found : new StandInVacancy(found);
}

async function tagged(call: Promise<unknown>): Promise<object> {
  try {
    return { tag: 'ok', val: await call };
  } catch (error) {
    if (error instanceof Error && 'payload' in error) return { tag: 'err', val: error.payload };
    throw error;
  }
}
