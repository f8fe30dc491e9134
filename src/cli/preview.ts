import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from './command.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';
import { portFlag, SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command: Command = {
  usage: '[--out DIR] [--base PATH] [--port N]',
  summary: 'serve a site that was built, on a loopback port, which it prints',
  options: { ...SITE_OPTIONS, port: { type: 'string' } },
  async run(positionals, flags) {
    const site = siteFlags(positionals, flags);
    const built = await stat(join(site.outDir, 'index.html')).catch(() => undefined);
    if (!built) throw new Error(`there is no site in ${site.outDir}; run witness build first`);
    return serveUntilStopped(site, portFlag(flags));
  },
};
