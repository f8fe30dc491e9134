import { createClient } from 'redis';
import { pause } from './pause.ts';

/** The answer of a server to one command, over a connection of its own. */
export async function redisCommand(url: string, ...args: string[]): Promise<unknown> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  // The command or `connect` fails and says the same.
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.sendCommand(args);
  } finally {
    if (client.isOpen) client.destroy();
  }
}

const AGREE_TIMEOUT_MS = 90_000;

/** Resolves when the server calls itself a primary, or a replica that has all of what its primary has. */
export async function untilRole(url: string, role: 'primary' | 'replica'): Promise<void> {
  const sign = role === 'primary' ? 'role:master' : 'master_link_status:up';
  const end = performance.now() + AGREE_TIMEOUT_MS;
  while (!String(await redisCommand(url, 'INFO', 'replication').catch(() => '')).includes(sign)) {
    if (performance.now() > end) throw new Error(`a Redis server did not become a ${role} in time`);
    await pause(20);
  }
}
