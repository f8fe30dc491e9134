import { basename } from 'node:path';
import {
  explainMissing,
  missingImports,
  openCache,
  openHost,
  serveComponent,
  serviceExport,
  traceImports,
  traceStreams,
} from '../runtime/index.ts';
import { COMPONENT_OPTIONS, componentFlags, readComponent } from './component-flags.ts';
import { defineCommand } from './define-command.ts';
import { knownReleases } from './known-releases.ts';
import { text } from './options.ts';
import { untilStopped } from './serve-until-stopped.ts';
import { portOption } from './site-flags.ts';
import { UsageError } from './usage-error.ts';

/** `witness serve`: answers HTTP on loopback with a component that exports a handler. */
export const command = defineCommand({
  args: 'COMPONENT.wasm [-- ARG...]',
  summary:
    'serve a component that exports an HTTP handler of WASI 0.2 or 0.3 on a loopback port, which it prints',
  options: {
    ...COMPONENT_OPTIONS,
    port: portOption,
    origin: text('URL', 'where outgoing requests without an authority go'),
  },
  async run([path, ...args], values) {
    const { cache, redisUrl, folders, env, timeoutMs, trace } = await componentFlags(values);
    const origin = originOf(values.origin);
    const component = await readComponent(path);
    const name = serviceExport(component);
    if (name === undefined)
      throw new Error(`${path} serves nothing: expected an export of wasi:http/incoming-handler or handler`);
    const store = await openCache(cache, redisUrl);
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const hostOf = await openHost(component.shape, {
      args: [basename(path), ...args],
      env,
      folders,
      backend: store.backend,
      origin,
      onExit: (code) => say(`witness serve: the component called exit(${code}), which ends its request only`),
    });
    const missing = missingImports(component.shape, hostOf().offer);
    if (missing.length > 0) throw new Error(explainMissing(missing, await knownReleases(values)));
    if (trace) traceStreams(say);
    const served = await serveComponent(name, {
      port: values.port,
      timeoutMs,
      async instantiate() {
        const host = hostOf();
        const exports = await component.instantiate((face) => {
          const offered = host.offer(face);
          return offered && trace ? traceImports(face, offered, say) : offered;
        });
        return { exports, host };
      },
      onProblem: (message) => say(`witness serve: ${message}`),
    });
    say(`witness: serving on ${served.url}; Ctrl-C ends it`);
    process.stdout.write(`${served.url}\n`);
    await untilStopped();
    await served.close();
    await store.close();
    // Connections to origins that are kept for later do not keep the process.
    process.exit(0);
  },
});

function originOf(given: string | undefined): URL | undefined {
  if (given === undefined) return undefined;
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--origin: expected an address such as http://127.0.0.1:8080, found "${given}"`);
  return url;
}
