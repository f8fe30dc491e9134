import type { Command } from './command.ts';
import { makeSite } from './make-site.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';
import { portFlag, SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command: Command = {
  usage: '[--port N] [the flags of build]',
  summary: 'build the site, then serve it on a loopback port, which it prints',
  options: { ...SITE_OPTIONS, port: { type: 'string' } },
  async run(positionals, flags) {
    const site = siteFlags(positionals, flags);
    const port = portFlag(flags);
    const code = await makeSite(site);
    return code === 0 ? serveUntilStopped(site, port) : code;
  },
};
