import type { Backend, Entry } from '../contract.ts';
import type { Later, Outcome } from '../later.ts';
import { ask } from './ask.ts';
import type { GuestState } from './guest-state.ts';
import type { OutgoingValue } from './outgoing-value.ts';

const GET = (backend: Backend, key: string) => backend.get(key);
const EXISTS = (backend: Backend, key: string) => backend.exists(key);
const GET_OR_SET = (backend: Backend, key: string) => backend.getOrSet(key);
const DELETE = (backend: Backend, key: string) => backend.delete(key);

/** Asks for an entry. A vacancy that comes too late goes back. */
function meet(guest: GuestState, key: string): Outcome<Entry> | Later<Entry> {
  const { waiters } = guest.limits;
  if (guest.waiters >= waiters)
    return { ok: false, error: new Error(`${waiters} calls of get-or-set wait, and no more may`) };
  return ask(guest, key, GET_OR_SET, dropVacancy);
}

function dropVacancy(entry: Entry): void {
  if (entry.tag === 'vacant') entry.val.drop();
}

/** The functions of `wasi:keyvalue/cache`. */
export function cacheFunctions(guest: GuestState) {
  const { classes } = guest;
  return {
    get: (key: string) => new classes.FutureGetResult(guest, 'get', key, ask(guest, key, GET)),
    exists: (key: string) => new classes.FutureExistsResult(guest, 'exists', key, ask(guest, key, EXISTS)),
    set(key: string, value: OutgoingValue, ttlMs: number | undefined) {
      const stored = ask(guest, key, (backend) =>
        value.body.attach({
          whole: (bytes) => backend.set(key, bytes, ttlMs),
          stream: () => backend.stream(key, ttlMs),
          abandon() {},
        }),
      );
      return new classes.FutureResult(guest, 'set', key, stored);
    },
    getOrSet: (key: string) => new classes.FutureGetOrSetResult(guest, 'get-or-set', key, meet(guest, key)),
    delete: (key: string) => new classes.FutureResult(guest, 'delete', key, ask(guest, key, DELETE)),
  };
}
