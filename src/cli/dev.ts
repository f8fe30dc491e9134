import type { Command, ExitCode } from './command.ts';
import { untilStopped } from './serve-until-stopped.ts';
import { portFlag, SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command: Command = {
  usage: '[--port N] [the flags of build]',
  summary: 'serve the site while you write: a changed file shows at once',
  options: { ...SITE_OPTIONS, port: { type: 'string' } },
  async run(positionals, flags): Promise<ExitCode> {
    const { developSite } = await import('../site/build/develop-site.ts');
    const { url, close } = await developSite(siteFlags(positionals, flags), portFlag(flags));
    process.stdout.write(`${url}\n`);
    await untilStopped();
    await close();
    return 0;
  },
};
