import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteFiles } from '../load/note-files.ts';
import { parseMeeting } from '../meetings/index.ts';
import { projectRoot } from '../site/config.ts';
import type { Content } from '../site/content.ts';
import { meetingSlugs } from '../site/meetings/slugs.ts';
import { link, parseCriteria, parseEvent, parseProposal } from '../tracker/index.ts';
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
    tracker: await tracker(meetings.map(({ meeting }) => meeting)),
    asOf: meetings.at(-1)?.meeting.date ?? '',
    packages: [],
    broken: [],
    audit: null,
  };
}

async function tracker(meetings) {
  const read = (d, f) =>
    readdirSync(join(projectRoot, 'content', d))
      .filter((n) => n.endsWith('.yml'))
      .map(
        (n) =>
          f({ path: `content/${d}/${n}`, text: readFileSync(join(projectRoot, 'content', d, n), 'utf8') })
            .value,
      )
      .filter(Boolean);
  const value = link({
    proposals: read('proposals', parseProposal),
    criteria: read('criteria', parseCriteria),
    events: read('events', parseEvent),
    meetings,
    coverage: null,
    wit: [],
    sources: new Map(),
  });
  console.error(value.problems.length, value.problems.slice(0, 5));
  return value.value;
}
