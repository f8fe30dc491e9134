import { blocks } from './blocks.ts';
import type { Clock } from './clock.ts';
import type { Answer, Entry, Vacancy, Value } from './contract.ts';
import { Waiter } from './waiter.ts';

/** How long a vacancy lives without a sign of its holder, where nothing else is said. */
export const VACANCY_MS = 10_000;

/** The text of the failure of a fill that comes too late. */
export const LOST = 'the vacancy is lost: a set, a delete or the end of its time came first';

/** The vacancy of a key, as one holder has it. Whoever has another one has lost it. */
interface Slot {
  waiters: Set<Waiter>;
  /** When it is taken back, unless its holder gives a sign. */
  deadline: number;
  disarm?: () => void;
}

/** The vacancies of one process: of the callers who miss on the same key one computes, and the others wait. */
export interface LocalVacancies {
  /** The vacancy of a key; or, while somebody has it, the wait for what comes of it. */
  ask(key: string): Answer<Entry>;
  /** Takes the vacancy of a key from its holder, because a value was stored, or removed: then the next is asked. */
  settle(key: string, value: Value | undefined): void;
  close(): void;
}

/** Makes the vacancies of one process, whose fills are stored with `store`, which is expected to `settle`. */
export function localVacancies(
  clock: Clock,
  store: (key: string, value: Value, ttlMs: number | undefined) => void,
  vacancyMs = VACANCY_MS,
): LocalVacancies {
  const slots = new Map<string, Slot>();

  /** Gives the vacancy of a key to somebody, and the rest of those who wait keep waiting. */
  const grant = (key: string, waiters: Set<Waiter>): Entry => {
    const slot: Slot = { waiters, deadline: clock.now() + vacancyMs };
    slots.set(key, slot);
    if (waiters.size > 0) arm(key, slot);
    return { tag: 'vacant', val: vacancy(key, slot) };
  };

  const passOn = (key: string, slot: Slot): void => {
    end(key, slot);
    const [next] = slot.waiters;
    if (!next) return;
    slot.waiters.delete(next);
    next.resolve(grant(key, slot.waiters));
  };

  const end = (key: string, slot: Slot): void => {
    slots.delete(key);
    slot.disarm?.();
  };

  /** A timer is needed only while somebody waits. */
  const arm = (key: string, slot: Slot): void => {
    const wake = () => {
      slot.disarm = undefined;
      if (clock.now() < slot.deadline) arm(key, slot);
      else passOn(key, slot);
    };
    slot.disarm ??= clock.after(slot.deadline - clock.now(), wake, true);
  };

  const vacancy = (key: string, slot: Slot): Vacancy => {
    const sign = (): void => {
      if (slots.get(key) !== slot || clock.now() >= slot.deadline) throw new Error(LOST);
      slot.deadline = clock.now() + vacancyMs;
    };
    const fill = (value: Value, ttlMs: number | undefined): void => {
      sign();
      store(key, value, ttlMs);
    };
    const drop = (): void => {
      if (slots.get(key) === slot) passOn(key, slot);
    };
    return {
      fill,
      stream(ttlMs) {
        sign();
        const sink = blocks((value) => fill(value, ttlMs));
        return {
          write(piece) {
            sign();
            return sink.write(piece);
          },
          finish: sink.finish,
          abandon() {
            sink.abandon();
            drop();
          },
        };
      },
      drop,
    };
  };

  return {
    ask(key) {
      const slot = slots.get(key);
      if (!slot || (slot.waiters.size === 0 && clock.now() >= slot.deadline)) return grant(key, new Set());
      arm(key, slot);
      return new Waiter(slot.waiters);
    },
    settle(key, value) {
      const slot = slots.get(key);
      if (!slot) return;
      if (!value) return passOn(key, slot);
      end(key, slot);
      for (const waiter of slot.waiters) waiter.resolve({ tag: 'occupied', val: value });
    },
    close() {
      for (const [key, slot] of slots) {
        end(key, slot);
        for (const waiter of slot.waiters) waiter.reject(new Error('the cache is closed'));
      }
    },
  };
}
