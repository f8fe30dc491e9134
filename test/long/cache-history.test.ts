import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '../../src/cache-suite/faults/redis-server.ts';
import { clusterSetup, killedServer } from '../../src/cache-suite/faults/redis-setups.ts';
import { type OpenSetup, SETUPS } from '../../src/cache-suite/faults/setups.ts';
import { runHistory } from '../../src/cache-suite/history/run.ts';

/** How many operations each history has; a fault takes real time, and so fewer fit in. */
const OPERATIONS = Number(process.env.WITNESS_OPERATIONS ?? 100_000);
const UNDER_FAULT = OPERATIONS / 5;

describe('long histories', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  for (const [host, openers] of Object.entries(SETUPS)) {
    for (const [fault, open] of Object.entries(openers)) {
      const operations = fault === 'none' ? OPERATIONS : UNDER_FAULT;
      test(`${operations} operations on ${host}, fault ${fault}`, () => keepsIts(open, operations));
    }
  }

  test(`${UNDER_FAULT} operations on a redis that is killed and has kept everything`, () =>
    keepsIts(killedServer({ persistent: true }), UNDER_FAULT));

  test(`${OPERATIONS} operations on a cluster of three`, () => keepsIts(clusterSetup, OPERATIONS));

  async function keepsIts(open: (seed: number, url: string) => Promise<OpenSetup>, operations: number) {
    const { setup, close } = await open(2026, server.url);
    try {
      const { violations, hits, misses, failures } = await runHistory(setup, { operations, seed: 2026 });
      console.log(`${operations} operations: ${hits} hits, ${misses} misses, ${failures} failed calls`);
      expect(violations).toEqual([]);
    } finally {
      await close();
    }
  }
});
