import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { leftovers } from './leftovers.ts';
import { answers } from './redis-ping.ts';

/** How the private server is set up; everything else is as the server's own defaults have it. */
export interface RedisServerOptions {
  /** Asked of every client (`requirepass`). */
  password?: string;
  /** Paths of PEM files: the server then speaks TLS only, and `url` begins with `rediss:`. */
  tls?: { cert: string; key: string };
  /** Keep an append-only file, written through at every command: the data survives `kill` and `restart`. */
  persistent?: boolean;
  /** The port of the primary on this machine that it follows. */
  replicaOf?: number;
  /** A sentinel, in place of a store: it watches the primary at that port under the name `mymaster`. */
  sentinelOf?: number;
  /** A member of a cluster, without slots until somebody assigns them. */
  cluster?: boolean;
}

/** A private server on a free loopback port, with everything that can happen to one. */
export interface RedisServer {
  /** With the password in it, if there is one. */
  url: string;
  port: number;
  /** The port of the cluster bus; only of use with `cluster`. */
  busPort: number;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
  /** SIGKILL: what is not on the disk is lost. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open and nobody answers. */
  pause(): void;
  /** SIGCONT. */
  resume(): void;
  /** Starts it again on the same port and folder; kills it first if it still runs. */
  restart(): Promise<void>;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
const START_TIMEOUT_MS = 30_000;

/**
 * Starts a `redis-server` or `valkey-server` of one's own in a temporary folder, and resolves when it answers.
 * `WITNESS_REDIS_SERVER` names another program. Rejects with what to install when there is none.
 */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-redis-'));
  leftovers().folders.add(folder);
  try {
    return await startIn(folder, options);
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function startIn(folder: string, options: RedisServerOptions): Promise<RedisServer> {
  let { child, port, busPort } = await startOnFreePort(folder, options);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const password = options.password ? `:${encodeURIComponent(options.password)}@` : '';
  return {
    url: `redis${options.tls ? 's' : ''}://${password}127.0.0.1:${port}`,
    port,
    busPort,
    kill,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async restart() {
      await kill();
      child = await launch(folder, port, busPort, options);
    },
    async stop() {
      await kill();
      await remove(folder);
    },
  };
}

/** Between finding a port free and listening on it somebody else may take it: then try another. */
async function startOnFreePort(folder: string, options: RedisServerOptions, attempts = 5) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const busPort = await freePort();
    try {
      return { child: await launch(folder, port, busPort, options), port, busPort };
    } catch (error) {
      if (attempt === attempts || isMissing(error)) throw error;
    }
  }
}

async function launch(folder: string, port: number, busPort: number, options: RedisServerOptions) {
  const program = process.env.WITNESS_REDIS_SERVER;
  for (const name of program ? [program] : PROGRAMS) {
    try {
      return await run(name, flags(folder, port, busPort, options), () =>
        answers(port, options.tls !== undefined),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  throw Object.assign(
    new Error(`no ${program ?? PROGRAMS.join(' or ')} on the PATH: install redis-server or valkey-server`),
    { code: 'ENOENT' },
  );
}

function flags(folder: string, port: number, busPort: number, options: RedisServerOptions): string[] {
  if (options.sentinelOf !== undefined) return [sentinelFile(folder, port, options.sentinelOf), '--sentinel'];
  const settings: Record<string, string> = {
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: options.persistent ? 'yes' : 'no',
    appendfsync: 'always',
    // A replica gets its copy at once.
    'repl-diskless-sync-delay': '0',
    port: options.tls ? '0' : `${port}`,
  };
  if (options.password) settings.requirepass = options.password;
  if (options.tls) {
    settings['tls-port'] = `${port}`;
    settings['tls-cert-file'] = options.tls.cert;
    settings['tls-key-file'] = options.tls.key;
    settings['tls-ca-cert-file'] = options.tls.cert;
    settings['tls-auth-clients'] = 'no';
  }
  if (options.replicaOf !== undefined) settings.replicaof = `127.0.0.1 ${options.replicaOf}`;
  if (options.cluster) {
    settings['cluster-enabled'] = 'yes';
    settings['cluster-port'] = `${busPort}`;
    settings['cluster-node-timeout'] = '2000';
  }
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

/** A sentinel writes what it finds out into its file. */
function sentinelFile(folder: string, port: number, primary: number): string {
  const file = join(folder, 'sentinel.conf');
  writeFileSync(
    file,
    `port ${port}
bind 127.0.0.1
dir ${folder}
sentinel monitor mymaster 127.0.0.1 ${primary} 1
sentinel down-after-milliseconds mymaster 300
sentinel failover-timeout mymaster 1500
`,
  );
  return file;
}

/** Resolves with the process once `ready` says so; rejects with its last words when it ends before that. */
async function run(program: string, args: string[], ready: () => Promise<boolean>): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listen = (chunk: Buffer) => {
    output = (output + chunk).slice(-2000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await once(child, 'spawn');
  leftovers().processes.add(child);
  child.once('exit', () => leftovers().processes.delete(child));
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Error(`${program} ended at once: ${output.trim()}`);
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${program} did not answer within ${START_TIMEOUT_MS} ms`);
    }
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return child;
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  leftovers().folders.delete(folder);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
