import { clientPackage, given, type SentinelOptions } from './clients.ts';

/** How long one sentinel has for its answer before the next is asked. */
const ANSWER_MS = 1_000;

/** The address of the primary as the first sentinel that answers knows it. Rejects when none does. */
export async function primaryOf(
  { name, username, password }: SentinelOptions,
  nodes: readonly URL[],
  tls: boolean,
): Promise<URL> {
  let trouble = 'no sentinel answers';
  for (const node of nodes) {
    try {
      const found = await ask(node, name, given({ username, password }));
      if (found) return new URL(`redis${tls ? 's' : ''}://${hostIn(found[0])}:${found[1]}`);
      trouble = `the sentinels know no group of servers named "${name}"`;
    } catch {
      // The next one may know.
    }
  }
  throw new Error(trouble);
}

async function ask(node: URL, name: string, credentials: object): Promise<[string, string] | null> {
  const { createClient } = await clientPackage();
  const client = createClient({
    url: String(node),
    ...credentials,
    socket: { connectTimeout: ANSWER_MS, reconnectStrategy: false },
  });
  // The failure of `connect` says the same.
  client.on('error', () => {});
  const over = setTimeout(() => client.destroy(), ANSWER_MS);
  try {
    await client.connect();
    return (await client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name])) as
      | [string, string]
      | null;
  } finally {
    clearTimeout(over);
    if (client.isOpen) client.destroy();
  }
}

function hostIn(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
