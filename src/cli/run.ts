import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import {
  commandExport,
  explainMissing,
  missingImports,
  openCache,
  openHost,
  runCommand,
  traceImports,
  traceStreams,
} from '../runtime/index.ts';
import { COMPONENT_OPTIONS, componentFlags, readComponent } from './component-flags.ts';
import { defineCommand } from './define-command.ts';
import { knownReleases } from './known-releases.ts';

/** What a trap and a command that was ended at its time limit give as exit code: no component can mean them. */
const TRAP_CODE = 134;
const TIMEOUT_CODE = 124;

/** `witness run`: runs a command component in this process; its streams and exit code are the process's own. */
export const command = defineCommand({
  args: 'COMPONENT.wasm [-- ARG...]',
  summary: 'run a command component of WASI 0.2 or 0.3, with the cache among its imports',
  options: COMPONENT_OPTIONS,
  async run([path, ...args], values) {
    const { cache, redisUrl, folders, env, timeoutMs, trace } = await componentFlags(values);
    if (timeoutMs !== undefined) return limited(timeoutMs);
    const component = await readComponent(path);
    const name = commandExport(component);
    if (name === undefined) throw new Error(`${path} is no command: ${exportsOf(component.shape.exports)}`);
    const store = await openCache(cache, redisUrl);
    const exited = Promise.withResolvers<number>();
    const hostOf = await openHost(component.shape, {
      args: [basename(path), ...args],
      env,
      folders,
      backend: store.backend,
      onExit: exited.resolve,
    });
    const { offer } = hostOf();
    const missing = missingImports(component.shape, offer);
    if (missing.length > 0) throw new Error(explainMissing(missing, await knownReleases(values)));
    const say = (line: string) => process.stderr.write(`${line}\n`);
    if (trace) traceStreams(say);
    const instance = await component.instantiate((face) => {
      const offered = offer(face);
      return offered && trace ? traceImports(face, offered, say) : offered;
    });
    const end = await runCommand(instance, name, exited.promise);
    await store.close();
    if ('trap' in end) say(`witness run: the component trapped: ${end.trap}`);
    await Promise.all([process.stdout, process.stderr].map(flushed));
    // What the guest left behind, such as a timer or a read of standard input, does not keep the process.
    process.exit('trap' in end ? TRAP_CODE : end.code);
  },
});

function exportsOf(exports: readonly { name: string }[]): string {
  const names = exports.map(({ name }) => name).join(', ');
  return `expected an export of wasi:cli/run, found ${names || 'no exports'}`;
}

/** The same command without its limit, in a process that can be ended even while the guest computes. */
function limited(timeoutMs: number): Promise<never> {
  const args = process.argv.slice(1);
  const at = args.findIndex((arg) => /^--timeout(=|$)/.test(arg));
  args.splice(at, args[at] === '--timeout' ? 2 : 1);
  const child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the whole group; this process only waits for what the other makes of it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const timer = setTimeout(() => {
    process.stderr.write(`witness run: ended after ${timeoutMs} ms: the component did not stop\n`);
    child.kill('SIGKILL');
    process.exit(TIMEOUT_CODE);
  }, timeoutMs);
  return new Promise(() => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      process.exit(code ?? 128 + (signal === 'SIGINT' ? 2 : 15));
    });
  });
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
