import { clientPackage } from './clients.ts';
import { names } from './names.ts';

/**
 * Removes all that a namespace holds on a single server, for those who tried something out there. Never fails: where
 * the server has gone there is nothing to remove.
 */
export async function emptyNamespace(url: string, namespace: string): Promise<void> {
  const { createClient } = await clientPackage();
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  // The failure of `connect` says the same.
  client.on('error', () => {});
  try {
    await client.connect();
    // Another namespace may begin with this one's name and a colon.
    for (const MATCH of names(namespace).patterns) {
      for await (const keys of client.scanIterator({ MATCH, COUNT: 1000 })) {
        if (keys.length > 0) await client.unlink(keys);
      }
    }
  } catch {
    return;
  } finally {
    client.destroy();
  }
}
