import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/load/index.ts';
import { type Content, toContent } from '../../src/site/index.ts';
import { allPages } from '../../src/site/pages.ts';
import { status } from '../../src/tracker/index.ts';
import { givenGroup } from './folder-group.ts';
import { GitFolder } from './git-folder.ts';

const PAGE = (phase: number) => `# Proposals

### Phase ${phase}

| Proposal | Champion | Versions |
| --- | --- | --- |
| Wasi-weather | Ada Ray | |
`;
const NOTES = (month: string, said: string) => `# ${month} 4 Meeting

## Attendees

- Ada Ray
- Ben Ody

## Notes

### wasi-weather to phase 1

**Ada Ray**: I ask for a vote on phase 1 of wasi-weather.

**Ben Ody**: ${said}
`;

let folder: string;
let upstream: GitFolder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'witness-found-'));
  writeFileSync(
    join(folder, '2031-03-04.md'),
    NOTES('March', 'Unanimous consent: wasi-weather advances to phase 1.'),
  );
  writeFileSync(join(folder, '2031-04-04.md'), '# April 4 Meeting\n\n## Notes\n\n**Ada Ray**: We talked.\n');
  upstream = new GitFolder()
    .commit('2031-05-01', 'Weather (#7)', { 'page.md': PAGE(1) })
    .commit('2031-06-01', 'Weather moves (#8)', { 'page.md': PAGE(2) });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  upstream.remove();
});

const siteOf = async (flags: Parameters<typeof givenGroup>[0]): Promise<Content> =>
  toContent(await loadContent(await givenGroup(flags)), null);
const told = ({ tracker }: Content, day: string) =>
  status(tracker, day).proposals.map(({ id, phase, phaseSource, listed }) => [
    id,
    phase,
    phaseSource,
    listed && [listed.phase, listed.since, listed.pullRequest],
  ]);
const pagesOf = (site: Content) =>
  [...allPages(site).keys()].filter((path) => /^\/(proposals|changes|chairs|preview-2)\//.test(path));

describe('a group for which nobody has written anything', () => {
  it('has the proposals that its notes decide on, marked as read', async () => {
    const site = await siteOf({ meetings: [folder] });
    expect(told(site, '2031-02-01')).toEqual([['weather', null, null, null]]);
    expect(told(site, '2031-04-01')).toEqual([['weather', 1, 'read', null]]);
    expect(site.tracker.events).toEqual([]);
    expect(pagesOf(site)).toEqual(['/proposals/', '/changes/', '/chairs/', '/proposals/weather/']);
  });

  it('has those of its page, marked as listed since the change that wrote them down', async () => {
    const site = await siteOf({ proposals: join(upstream.path, 'page.md') });
    expect(told(site, '2031-05-15')).toEqual([['weather', 1, 'listed', [1, '2031-05-01', 7]]]);
    expect(told(site, '2031-06-15')).toEqual([['weather', 2, 'listed', [2, '2031-06-01', 8]]]);
    expect(pagesOf(site)).toEqual(['/proposals/', '/changes/', '/chairs/', '/proposals/weather/']);
  });

  it('has those of a page of which nobody knows since when it says so', async () => {
    const path = join(folder, 'page.txt');
    writeFileSync(path, PAGE(2));
    const site = await siteOf({ meetings: [folder], proposals: path });
    expect(told(site, '2031-02-01')).toEqual([['weather', null, null, null]]);
    expect(told(site, '2031-04-01')).toEqual([['weather', 1, 'read', [2, null, null]]]);
    const alone = await siteOf({ proposals: path });
    expect(told(alone, '2031-04-01')).toEqual([['weather', 2, 'listed', [2, null, null]]]);
  });

  it('has no page for a row whose name makes no id', async () => {
    const path = join(folder, 'odd.txt');
    const row = (name: string) => `| ${name} | Ada Ray | |\n`;
    writeFileSync(path, PAGE(2) + ['&#1;', '?!', `<b>${'x'.repeat(300)}</b>`, '[](x)'].map(row).join(''));
    const site = await siteOf({ proposals: path });
    expect(site.tracker.proposals.map(({ id }) => id).filter((id) => id === '' || id.length > 100)).toEqual(
      [],
    );
    expect(told(site, '2031-04-01')).toContainEqual(['weather', 2, 'listed', [2, null, null]]);
  });

  it('has none where neither tells of any', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'witness-empty-'));
    try {
      writeFileSync(
        join(empty, '2031-04-04.md'),
        '# April 4 Meeting\n\n## Notes\n\n**Ada Ray**: We talked.\n',
      );
      const site = await siteOf({ meetings: [empty] });
      expect([site.tracker.proposals, site.tracker.events, pagesOf(site)]).toEqual([[], [], []]);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
