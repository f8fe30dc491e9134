import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createClient } from 'redis';
import { expect, test } from 'vitest';
import { freePort } from '../../src/cache-suite/faults/free-port.ts';
import { latencyProxy } from '../../src/cache-suite/faults/latency-proxy.ts';
import { answers } from '../../src/cache-suite/faults/redis-ping.ts';
import { startRedis } from '../../src/cache-suite/faults/redis-server.ts';
import { SETUPS } from '../../src/cache-suite/faults/setups.ts';
import { runHistory } from '../../src/cache-suite/history/run.ts';

const faults = Object.entries(SETUPS).flatMap(([host, openers]) =>
  Object.entries(openers)
    .filter(([fault]) => fault !== 'none')
    .map(([fault, open]) => ({ host, fault, open })),
);

test.each(faults)(
  '$host keeps its promises under the fault $fault',
  { timeout: 120_000 },
  async ({ open }) => {
    const { setup, close } = await open(9);
    try {
      const { violations, hits } = await runHistory(setup, { operations: 2000, seed: 9 });
      expect(violations).toEqual([]);
      expect(hits).toBeGreaterThan(100);
    } finally {
      await close();
    }
  },
);

test('a private server comes back after a kill, with its data if it is persistent', async () => {
  for (const persistent of [true, false]) {
    const server = await startRedis({ persistent });
    const ask = async (args: string[]) => {
      const client = await createClient({ url: server.url }).connect();
      const reply = await client.sendCommand(args);
      client.destroy();
      return reply;
    };
    await ask(['SET', 'key', 'value']);
    await server.kill();
    expect(await answers(server.port, false)).toBe(false);
    await server.restart();
    expect(await ask(['GET', 'key'])).toBe(persistent ? 'value' : null);
    await server.stop();
    expect(await answers(server.port, false)).toBe(false);
  }
});

test('where there is no server to start, what to install is said', async () => {
  const before = process.env.WITNESS_REDIS_SERVER;
  process.env.WITNESS_REDIS_SERVER = 'no-such-server';
  try {
    await expect(startRedis()).rejects.toThrow(
      'no no-such-server on the PATH: install redis-server or valkey-server',
    );
  } finally {
    if (before === undefined) delete process.env.WITNESS_REDIS_SERVER;
    else process.env.WITNESS_REDIS_SERVER = before;
  }
});

test('the proxy delivers everything in order, and breaks connections when told to', async () => {
  const port = await freePort();
  const echo = createServer((socket) => socket.pipe(socket)).listen(port, '127.0.0.1');
  await once(echo, 'listening');
  let turn = 0;
  // Later chunks would overtake earlier ones if each kept to its own delay.
  const proxy = await latencyProxy(port, () => [9, 0, 4][turn++ % 3] ?? 0);
  const socket = connect(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  const sent = Array.from({ length: 40 }, (_, index) => `${index};`).join('');
  const all = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      received += chunk;
      if (received.length === sent.length) resolve();
    });
  });
  for (const piece of sent.split(/(?<=;)/)) {
    socket.write(piece);
    await new Promise((resume) => setImmediate(resume));
  }
  await all;
  expect(received).toBe(sent);
  const closed = once(socket, 'close');
  proxy.cut();
  await closed;
  await proxy.stop();
  echo.close();
});
