import type { Command } from './command.ts';
import { makeSite } from './make-site.ts';
import { SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command: Command = {
  usage:
    '[--meetings DIR]... [--wit DIR]... [--proposals FILE] [--out DIR] [--base PATH] [--site URL] [--repository URL] [--strict]',
  summary: 'build the site, over the content of this project or over the given notes, WIT and proposals page',
  options: SITE_OPTIONS,
  async run(positionals, flags) {
    return makeSite(siteFlags(positionals, flags));
  },
};
