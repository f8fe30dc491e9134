import { createClient } from 'redis';
import { type RedisServer, type RedisServerOptions, startRedis } from './redis-server.ts';

/** Three nodes that share the 16,384 slots, without replicas. */
export interface RedisCluster {
  nodes: RedisServer[];
  urls: string[];
  stop(): Promise<void>;
}

const SLOTS = 16_384;
const AGREE_TIMEOUT_MS = 60_000;

/** Starts a private cluster of three, and resolves when every node calls the cluster whole. */
export async function startRedisCluster(
  options: Omit<RedisServerOptions, 'cluster' | 'tls'> = {},
): Promise<RedisCluster> {
  const nodes: RedisServer[] = [];
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  try {
    for (let index = 0; index < 3; index++) nodes.push(await startRedis({ ...options, cluster: true }));
    await join(nodes);
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes, urls: nodes.map((node) => node.url), stop };
}

async function join(nodes: RedisServer[]): Promise<void> {
  const clients = await Promise.all(nodes.map((node) => createClient({ url: node.url }).connect()));
  try {
    for (const [index, client] of clients.entries()) {
      const first = Math.floor((SLOTS * index) / nodes.length);
      const last = Math.floor((SLOTS * (index + 1)) / nodes.length) - 1;
      await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', `${first}`, `${last}`]);
      await client.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', `${index + 1}`]);
    }
    for (const node of nodes.slice(1)) {
      await clients[0]?.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', `${node.port}`, `${node.busPort}`]);
    }
    const deadline = performance.now() + AGREE_TIMEOUT_MS;
    for (const client of clients) {
      while (!isWhole(String(await client.sendCommand(['CLUSTER', 'INFO'])), nodes.length)) {
        if (performance.now() > deadline) throw new Error('the cluster nodes did not agree in time');
        await new Promise((resume) => setTimeout(resume, 50));
      }
    }
  } finally {
    for (const client of clients) client.destroy();
  }
}

function isWhole(info: string, nodes: number): boolean {
  return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${nodes}`);
}
