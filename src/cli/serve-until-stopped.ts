import { serve } from '../site/index.ts';
import type { SiteFlags } from './site-flags.ts';

/** Serves the built site, prints where, and ends with 0 on Ctrl-C or a termination signal. */
export async function serveUntilStopped(site: SiteFlags, port: number | undefined): Promise<number> {
  const served = await serve(site.outDir, { base: site.base, port });
  process.stdout.write(`${served.url}\n`);
  process.stderr.write('witness: serving; Ctrl-C ends it\n');
  await untilStopped();
  await served.close();
  return 0;
}

/** Resolves on the first Ctrl-C or termination signal. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
