import { clientPackage } from './clients.ts';
import { names } from './names.ts';

/**
 * Removes all that a namespace holds on a single server, for those who tried something out there. Never fails: where
 * the server has gone there is nothing to remove.
 */
export async function emptyNamespace(url: string, namespace: string): Promise<void> {
  await withClient(url, async (client) => {
    // Another namespace may begin with this one's name and a colon.
    for (const MATCH of names(namespace).patterns) {
      for await (const keys of client.scanIterator({ MATCH, COUNT: 1000 })) {
        if (keys.length > 0) await client.unlink(keys);
      }
    }
  });
}

const AT_ONCE = 1_000;

/** Removes keys of a single server by the names that `onWrite` was told. Never fails either. */
export async function removeNames(url: string, all: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (let at = 0; at < all.length; at += AT_ONCE) await client.unlink(all.slice(at, at + AT_ONCE));
  });
}

interface Remover {
  scanIterator(options: { MATCH: string; COUNT: number }): AsyncIterable<string[]>;
  unlink(keys: string[]): Promise<unknown>;
}

async function withClient(url: string, work: (client: Remover) => Promise<void>): Promise<void> {
  const { createClient } = await clientPackage();
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  // The failure of `connect` says the same.
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } catch {
    return;
  } finally {
    client.destroy();
  }
}
