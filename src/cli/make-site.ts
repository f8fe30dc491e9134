import { join } from 'node:path';
import { noteFiles } from '../load/note-files.ts';
import { parseMeeting } from '../meetings/index.ts';
import { projectRoot } from '../site/config.ts';
import type { Content } from '../site/content.ts';
import { meetingSlugs } from '../site/meetings/slugs.ts';
import type { ExitCode } from './command.ts';
import { progressLine } from './progress.ts';
import type { SiteFlags } from './site-flags.ts';

/** Reads the content, reports its problems and, unless they forbid it, builds the site. */
export async function makeSite(flags: SiteFlags): Promise<ExitCode> {
  const progress = progressLine();
  progress.say('reading');
  const content = await read(flags);
  const { buildSite } = await import('../site/build/build-site.ts');
  await buildSite(content, flags, progress.say);
  progress.end(`the site is in ${flags.outDir}`);
  return 0;
}

async function read(flags: SiteFlags): Promise<Content> {
  const own = flags.meetings.length === 0 && flags.wit.length === 0;
  const files = await noteFiles(own ? [join(projectRoot, 'content/meetings')] : flags.meetings);
  const parsed = files.map((file) => ({ text: file.text, meeting: parseMeeting(file) }));
  parsed.sort((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
  const slugs = meetingSlugs(parsed.map(({ meeting }) => meeting));
  const meetings = parsed.map((entry, at) => ({ ...entry, slug: slugs[at] ?? '' }));
  return {
    own,
    meetings,
    tracker: { proposals: [], criteria: [], events: [], meetings: [], coverage: null, wit: [] },
    asOf: meetings.at(-1)?.meeting.date ?? '',
    packages: [],
    broken: [],
    audit: null,
  };
}
