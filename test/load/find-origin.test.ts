import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOrigin } from '../../src/load/find-origin.ts';
import { repositoryNamed } from '../../src/load/index.ts';

const COMMIT = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';

/** A folder for each test, which knows of no checkout and no pipeline unless the test makes one. */
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'witness-home-')));
  mkdirSync(join(folder, 'minutes'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const checkout = (remote: string, branch = 'main') => {
  put('.git/HEAD', `ref: refs/heads/${branch}\n`);
  put(`.git/refs/heads/${branch}`, `${COMMIT}\n`);
  put('.git/config', `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${remote}\n\tfetch = +refs\n`);
};
const minutes = (env = {}, told?: string) =>
  findOrigin(join(folder, 'minutes'), told ? (repositoryNamed(told) ?? undefined) : undefined, env);
const actions = (more = {}) => ({
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'group/notes',
  GITHUB_WORKSPACE: folder,
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'published',
  GITHUB_SHA: COMMIT,
  ...more,
});

describe('a folder is at home', () => {
  it('nowhere that others know, when nothing says', async () => {
    expect(await minutes()).toEqual({ given: join(folder, 'minutes'), path: 'minutes', repository: null });
  });

  it('where package.json says, whichever way it is written', async () => {
    for (const repository of [
      'group/notes',
      'git+https://github.com/group/notes.git',
      { type: 'git', url: 'git+ssh://git@github.com/group/notes.git' },
    ]) {
      put('package.json', JSON.stringify({ repository }));
      const { path, repository: found } = await minutes();
      expect(found).toEqual({ url: 'https://github.com/group/notes', forge: 'github', branch: 'main' });
      expect(path).toBe('minutes');
    }
  });

  it('in the folder of the repository that package.json names, when no checkout tells', async () => {
    const repository = {
      url: 'https://github.com/group/all/tree/main/packages/notes',
      directory: 'packages/notes',
    };
    put('package.json', JSON.stringify({ repository }));
    expect(await minutes()).toMatchObject({
      path: 'packages/notes/minutes',
      repository: { url: 'https://github.com/group/all', branch: 'main' },
    });
  });

  it('where the pipeline checked it out', async () => {
    expect(await minutes(actions())).toMatchObject({
      path: 'minutes',
      repository: { url: 'https://github.com/group/notes', forge: 'github', branch: 'published' },
      commit: COMMIT,
    });
  });

  it('on the branch that a pull request is for, whose own commit nobody else has', async () => {
    const home = await minutes(actions({ GITHUB_BASE_REF: 'main', GITHUB_REF_NAME: '7/merge' }));
    expect(home.repository?.branch).toBe('main');
    expect(home).not.toHaveProperty('commit');
  });

  it('on the main branch when a tag is built', async () => {
    const home = await minutes(actions({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }));
    expect(home.repository?.branch).toBe('main');
  });

  it('where Forgejo or GitLab checked it out', async () => {
    const forgejo = actions({ GITHUB_SERVER_URL: 'https://code.example.org', FORGEJO_ACTIONS: 'true' });
    expect((await minutes(forgejo)).repository).toMatchObject({
      url: 'https://code.example.org/group/notes',
      forge: 'forgejo',
    });
    const gitlab = {
      CI_PROJECT_DIR: folder,
      CI_PROJECT_URL: 'https://code.example.org/a/b/notes',
      CI_COMMIT_BRANCH: 'next',
      CI_COMMIT_SHA: COMMIT,
    };
    expect(await minutes(gitlab)).toMatchObject({
      repository: { url: 'https://code.example.org/a/b/notes', forge: 'gitlab', branch: 'next' },
      commit: COMMIT,
    });
  });

  it('not in the checkout of a pipeline that it lies beside, nor in one around another checkout', async () => {
    const beside = actions({ GITHUB_WORKSPACE: join(folder, 'elsewhere') });
    expect((await minutes(beside)).repository).toBeNull();
    put('minutes/.git/HEAD', 'ref: refs/heads/main\n');
    put('minutes/.git/config', '[remote "origin"]\n\turl = https://github.com/other/minutes\n');
    expect(await minutes(actions())).toMatchObject({
      path: '',
      repository: { url: 'https://github.com/other/minutes', branch: 'main' },
    });
  });

  it('where git has it from', async () => {
    checkout('git@github.com:group/notes.git', 'next');
    expect(await minutes()).toEqual({
      given: join(folder, 'minutes'),
      path: 'minutes',
      repository: { url: 'https://github.com/group/notes', forge: 'github', branch: 'next' },
      commit: COMMIT,
    });
  });

  it('on the main branch of where git has it from, whatever is checked out', async () => {
    checkout('https://github.com/group/notes', 'my-idea');
    put('.git/refs/remotes/origin/HEAD', 'ref: refs/remotes/origin/trunk\n');
    expect((await minutes()).repository?.branch).toBe('trunk');
  });

  it('in a worktree, with what the checkout has in common', async () => {
    checkout('https://github.com/group/notes');
    put('.git/worktrees/tree/HEAD', 'ref: refs/heads/next\n');
    put('.git/worktrees/tree/commondir', '../..\n');
    put('.git/packed-refs', `# pack-refs\n${COMMIT} refs/heads/next\n`);
    put('tree/.git', `gitdir: ${join(folder, '.git/worktrees/tree')}\n`);
    put('tree/minutes/a.md', '');
    expect(await findOrigin(join(folder, 'tree/minutes'), undefined, {})).toMatchObject({
      path: 'minutes',
      repository: { url: 'https://github.com/group/notes', branch: 'next' },
      commit: COMMIT,
    });
  });

  it.each([
    '/srv/git/notes.git',
    '../notes',
    'ssh://git@build/notes.git',
    'https://files.example.org/group/notes',
  ])('nowhere, when git has it from %s', async (remote) => {
    checkout(remote);
    const home = await minutes();
    expect(home.repository).toBeNull();
    expect(home.path).toBe('minutes');
  });

  it('never with the password of the one who checked it out', async () => {
    checkout('https://alice:secret@github.com/group/notes.git');
    expect(JSON.stringify(await minutes())).not.toMatch(/secret|alice/);
  });

  it('by the first that knows: what was told, package.json, the pipeline, git', async () => {
    const url = async (env = {}, told?: string) => (await minutes(env, told)).repository?.url;
    checkout('https://github.com/of/git');
    expect(await url()).toBe('https://github.com/of/git');
    expect(await url(actions())).toBe('https://github.com/group/notes');
    put('package.json', JSON.stringify({ repository: 'of/manifest' }));
    expect(await url(actions())).toBe('https://github.com/of/manifest');
    expect(await url(actions(), 'https://codeberg.org/was/told')).toBe('https://codeberg.org/was/told');
  });

  it('with the nearest package.json of the checkout that names a repository, and none above it', async () => {
    put('package.json', JSON.stringify({ repository: 'far/above' }));
    mkdirSync(join(folder, 'top/.git'), { recursive: true });
    put('top/package.json', JSON.stringify({ repository: 'group/notes' }));
    put('top/docs/package.json', '{ "name": "docs" }');
    put('top/docs/minutes/a.md', '');
    const home = await findOrigin(join(folder, 'top/docs/minutes'), undefined, {});
    expect(home).toMatchObject({
      path: 'docs/minutes',
      repository: { url: 'https://github.com/group/notes' },
    });
    rmSync(join(folder, 'top/package.json'));
    expect((await findOrigin(join(folder, 'top/docs/minutes'), undefined, {})).repository).toBeNull();
  });

  it('in its own package when it is installed, not in the checkout around that', async () => {
    checkout('https://github.com/group/notes');
    put('node_modules/witness/package.json', JSON.stringify({ repository: 'us/witness' }));
    put('node_modules/witness/content/docs/a.md', '');
    expect(await findOrigin(join(folder, 'node_modules/witness'), undefined, actions())).toMatchObject({
      path: '',
      repository: { url: 'https://github.com/us/witness' },
    });
  });

  it('where its folder is, for a single file', async () => {
    checkout('https://github.com/group/notes');
    put('Proposals.md', '');
    expect((await findOrigin(join(folder, 'Proposals.md'), undefined, {})).path).toBe('Proposals.md');
  });
});
