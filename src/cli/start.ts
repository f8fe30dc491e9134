import { defineCommand } from './define-command.ts';
import { makeSite } from './make-site.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';
import { portOption, SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command = defineCommand({
  args: '',
  summary: 'build the site, then serve it on a loopback port, which it prints',
  options: { port: portOption, ...SITE_OPTIONS },
  async run(_, values) {
    const site = siteFlags(values);
    const code = await makeSite(site);
    return code === 0 ? serveUntilStopped(site, values.port) : code;
  },
});
