import type { Backend } from '../../cache/contract.ts';
import { cacheHost } from '../../cache/host/cache-host.ts';
import type { Bench, Row } from './row.ts';
import { bodies } from './rows/bodies.ts';
import { errors } from './rows/errors.ts';
import { futures } from './rows/futures.ts';
import { getOrSet } from './rows/get-or-set.ts';
import { timeToLive } from './rows/time-to-live.ts';
import { values } from './rows/values.ts';
import { TestGuest } from './test-guest.ts';

/** Every promise, in the order of the table. */
export const ROWS: readonly Row[] = [...values, ...timeToLive, ...getOrSet, ...bodies, ...futures, ...errors];

/** A backend to judge: how to make one that is empty, and what its times are. */
export interface Subject {
  host: string;
  /** Where time is real, its times are to be as many times longer than they could be as `pace` says. */
  open(pace: number): Promise<{
    backend: Backend;
    pass(ms: number): Promise<void>;
    vacancyMs: number;
    ttlMs: number;
    /** Also closes the backend. */
    dispose(): Promise<void>;
  }>;
}

/** How one backend does on one row: `allowed` is a failure that it is free to have, for the reason given. */
export interface Judgement {
  id: string;
  statement: string;
  host: string;
  verdict: 'pass' | 'fail' | 'allowed';
  detail?: string;
}

/** Longer than any wait that a row asks for. */
const HANG_MS = 20_000;

/** Judges backends by all rows, or by some. Rows are tried one after the other, each on a new backend. */
export async function conformance(
  subjects: readonly Subject[],
  rows: readonly Row[] = ROWS,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const row of rows) for (const subject of subjects) judgements.push(await judge(row, subject));
  return judgements;
}

/**
 * How long times are made where they are real. A row for which time does not matter has plenty of it. One that
 * waits for time to pass begins with little; where it fails, the machine may have been too busy to be in time,
 * and it is tried again with more.
 */
const PLENTY = [100];
const LITTLE = [1, 4, 16];

async function judge(row: Row, subject: Subject): Promise<Judgement> {
  let judgement: Judgement | undefined;
  for (const pace of row.timed ? LITTLE : PLENTY) {
    judgement = await tried(row, subject, pace);
    if (judgement.verdict !== 'fail') return judgement;
  }
  return judgement as Judgement;
}

async function tried(row: Row, subject: Subject, pace: number): Promise<Judgement> {
  const { id, statement } = row;
  const { host } = subject;
  const opened = await subject.open(pace);
  const guests: TestGuest[] = [];
  const bench: Bench = {
    ...opened,
    guest(limits) {
      const guest = new TestGuest(cacheHost({ backend: opened.backend, limits, suspends: true }));
      guests.push(guest);
      return guest;
    },
  };
  try {
    await inTime(row.test(bench));
    return { id, statement, host, verdict: 'pass' };
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    const reason = row.must ? undefined : opened.backend.deviations?.[id];
    if (reason) return { id, statement, host, verdict: 'allowed', detail: reason };
    return { id, statement, host, verdict: 'fail', detail: seen };
  } finally {
    for (const guest of guests) guest.host.close();
    await opened.dispose();
  }
}

/** Fails where a guest was left waiting. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it still waits')), HANG_MS);
  });
  try {
    await Promise.race([work, hang]);
  } finally {
    clearTimeout(timer);
  }
}
