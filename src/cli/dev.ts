import { join, resolve } from 'node:path';
import { projectRoot } from '../load/index.ts';
import { developSite } from '../site/index.ts';
import { defineCommand } from './define-command.ts';
import { type Before, readSite, siteGroup } from './read-site.ts';
import { untilStopped } from './serve-until-stopped.ts';
import { portOption, SITE_OPTIONS, siteFlags } from './site-flags.ts';

/** Files by which neither WIT nor any note but themselves is read: what is known of those stays. */
const SLIGHT = /\.md$|(?<!proposal-aliases)\.ya?ml$/;

export const command = defineCommand({
  args: '',
  summary: 'serve the site while you write: a changed file shows at once',
  options: { port: portOption, ...SITE_OPTIONS },
  async run(_, values) {
    const site = siteFlags(values);
    const group = await siteGroup(site);
    const watched = [...group.meetings, ...group.wit, group.proposals, group.content]
      .filter((place) => typeof place === 'string')
      .map((path) => resolve(path));
    if (group.isOwn) watched.push(join(projectRoot, 'runnable-examples'));
    const before: Before = {};
    const read = async (changed: readonly string[] = []) => {
      if (changed.some((path) => /\b(runnable-examples|wit)\b/.test(path))) delete before.examples;
      if (!changed.every((path) => SLIGHT.test(path))) delete before.files;
      return (await readSite(site, undefined, before)).content;
    };
    const { url, close } = await developSite({ read, watched }, site, values.port);
    process.stdout.write(`${url}\n`);
    await untilStopped();
    await close();
    return 0;
  },
});
