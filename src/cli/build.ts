import { defineCommand } from './define-command.ts';
import { makeSite } from './make-site.ts';
import { SITE_OPTIONS, siteFlags } from './site-flags.ts';

export const command = defineCommand({
  args: '',
  summary: 'build the site, over the content of this project or over the given notes, WIT and proposals page',
  options: SITE_OPTIONS,
  run: (_, values) => makeSite(siteFlags(values)),
});
