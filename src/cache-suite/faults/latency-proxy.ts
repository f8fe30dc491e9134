import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on a free loopback port, between a client and the server that it slows down. */
export interface LatencyProxy {
  port: number;
  /** Leads new connections to another port. */
  aim(port: number): void;
  /** Delivers nothing more over connections that are open, and does not close them. */
  freeze(): void;
  /** Breaks every connection that is open; new ones are accepted. */
  cut(): void;
  stop(): Promise<void>;
}

/**
 * Delivers every chunk, in both directions, after its own `delayMs()` milliseconds. The order within a connection
 * stays.
 */
export async function latencyProxy(port: number, delayMs: () => number): Promise<LatencyProxy> {
  let target = port;
  const frozen = new Set<Socket>();
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      deliverLate(from, to, delayMs, () => frozen.has(from));
      from.once('close', () => {
        open.delete(from);
        frozen.delete(from);
        to.destroy();
      });
      from.on('error', () => from.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    aim(next) {
      target = next;
    },
    freeze() {
      for (const socket of open) frozen.add(socket);
    },
    cut,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

function deliverLate(from: Socket, to: Socket, delayMs: () => number, isFrozen: () => boolean): void {
  // Timers of equal moment may fire in any order, so each delivers what is next and not its own chunk.
  const waiting: Buffer[] = [];
  let due = 0;
  from.on('data', (chunk) => {
    waiting.push(chunk);
    due = Math.max(due, performance.now() + delayMs());
    setTimeout(
      () => {
        const next = waiting.shift();
        if (next && !to.destroyed && !isFrozen()) to.write(next);
      },
      Math.max(due - performance.now(), 0),
    );
  });
}
