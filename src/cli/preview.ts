import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from './define-command.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';
import { portOption, SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command = defineCommand({
  args: '',
  summary: 'serve a site that was built, on a loopback port, which it prints',
  options: { port: portOption, ...SITE_OPTIONS },
  async run(_, values) {
    const site = siteFlags(values);
    const built = await stat(join(site.outDir, 'index.html')).catch(() => undefined);
    if (!built) throw new Error(`there is no site in ${site.outDir}; run witness build first`);
    return serveUntilStopped(site, values.port);
  },
});
