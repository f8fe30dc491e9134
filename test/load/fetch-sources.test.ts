import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchSources, type Group, loadContent, readGroup } from '../../src/load/index.ts';
import { GitFolder } from './git-folder.ts';

const note = (day: string) => `# May ${day} Meeting\n\n## Notes\n\n**Ada Ray**: Words.\n`;

let root: string;
let upstream: GitFolder;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'witness-fetch-'));
  upstream = new GitFolder().commit('2031-05-04', 'Begin', { 'notes/2031/GROUP-05-04.md': note('4') });
});
afterEach(() => {
  rmSync(root, { recursive: true });
  upstream.remove();
});

function group(): Promise<Group> {
  const file = join(root, 'witness.yml');
  writeFileSync(file, `meetings: ["up:notes"]\nsources:\n  up: ${upstream.path}\n`);
  return readGroup({ config: file });
}

const days = async () => (await loadContent(await group())).meetings.map(({ date }) => date);

it('clones what is not there and brings up to date what is, tags and the main branch too', async () => {
  expect((await group()).problems).toMatchObject([{ rule: 'group/source-not-fetched' }]);
  expect(await fetchSources(await group(), [], () => {})).toMatchObject([{ name: 'up' }]);
  expect(await days()).toEqual(['2031-05-04']);
  upstream.git('checkout', '--quiet', '-b', 'trunk');
  upstream.commit('2031-05-11', 'More', { 'notes/2031/GROUP-05-11.md': note('11') }).tag('v1');
  const [again] = await fetchSources(await group(), ['up'], () => {});
  expect(again?.error).toBeUndefined();
  expect(await days()).toEqual(['2031-05-04', '2031-05-11']);
});

it('names a source that cannot be had with what git said, and leaves what was there', async () => {
  await fetchSources(await group(), [], () => {});
  const known = await group();
  rmSync(upstream.path, { recursive: true });
  const [failed] = await fetchSources(known, [], () => {});
  expect(failed).toMatchObject({ name: 'up', error: expect.stringMatching(/fatal|not|exist/) });
  expect(failed?.error).not.toContain('\n');
  expect(await days()).toEqual(['2031-05-04']);
  expect(readdirSync(join(root, '.witness/sources'))).toEqual(['up']);
});

it('asks nobody for a password', async () => {
  const file = join(root, 'witness.yml');
  writeFileSync(file, 'sources:\n  up: https://ada@127.0.0.1:1/none\n');
  const [failed] = await fetchSources(await readGroup({ config: file }), [], () => {});
  expect(failed?.error).toMatch(/127\.0\.0\.1/);
});
