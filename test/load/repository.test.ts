import { describe, expect, it } from 'vitest';
import { repositoryAt, repositoryNamed } from '../../src/load/index.ts';

describe('the address of a repository', () => {
  it.each([
    ['https://github.com/o/r', 'https://github.com/o/r', 'github'],
    ['https://github.com/o/r.git', 'https://github.com/o/r', 'github'],
    ['git+https://github.com/o/r.git', 'https://github.com/o/r', 'github'],
    ['git+ssh://git@github.com/o/r.git', 'https://github.com/o/r', 'github'],
    ['git@github.com:o/r.git', 'https://github.com/o/r', 'github'],
    ['github.com:o/r', 'https://github.com/o/r', 'github'],
    ['ssh://git@codeberg.org:2222/o/r.git', 'https://codeberg.org/o/r', 'forgejo'],
    ['git://gitlab.example.org/a/b/c.git', 'https://gitlab.example.org/a/b/c', 'gitlab'],
    ['https://gitlab.example.org:8443/a/b', 'https://gitlab.example.org:8443/a/b', 'gitlab'],
    ['https://gitea.example.org/o/r/', 'https://gitea.example.org/o/r', 'forgejo'],
    ['https://code.example.org/o/r', 'https://code.example.org/o/r', 'other'],
    ['https://github.com/o/r/issues/3', 'https://github.com/o/r', 'github'],
  ])('%s is that of %s', (written, url, forge) => {
    expect(repositoryAt(written)).toEqual({ url, forge });
  });

  it.each([
    ['https://github.com/o/r/tree/next', 'next'],
    ['https://github.com/o/r/blob/main/a/b.md', 'main/a/b.md'],
    ['https://gitlab.com/a/b/c/-/tree/feature/x', 'feature/x'],
    ['https://codeberg.org/o/r/src/branch/next/', 'next'],
  ])('may name a branch: %s', (written, branch) => {
    expect(repositoryAt(written)).toMatchObject({ branch });
  });

  it.each([
    ['https://x-access-token:ghs_secret@github.com/o/r.git', 'https://github.com/o/r'],
    ['https://gitlab-ci-token:glcbt-secret@gitlab.com/a/b.git', 'https://gitlab.com/a/b'],
    ['https://github.com/o/r?token=secret#secret', 'https://github.com/o/r'],
    ['secret@github.com:o/r.git', 'https://github.com/o/r'],
  ])('never tells who may read it: %s', (written, url) => {
    expect(repositoryAt(written)?.url).toBe(url);
    expect(JSON.stringify(repositoryAt(written))).not.toContain('secret');
  });

  it.each([
    '/srv/git/r.git',
    '../r',
    './o/r',
    'o/r',
    'file:///srv/git/o/r.git',
    'C:\\code\\o\\r',
    'C:/code/o/r',
    'build:o/r.git',
    'git@build:o/r.git',
    'https://localhost/o/r',
    'https://127.0.0.1:3000/o/r',
    'http://[::1]/o/r',
    'ssh://git@192.168.0.7/o/r',
    'https://git.corp/o/r',
    'https://gitlab.internal/o/r',
    'https://github.com/o',
    'https://github.com/o/..',
    'https://github.com/o/r"><script>',
    'javascript://github.com/o/r',
    'data:text/html,github.com/o/r',
    '',
  ])('is not made of %s', (written) => {
    expect(repositoryAt(written)).toBeNull();
  });
});

describe('the name of a repository', () => {
  it.each([
    ['o/r', 'https://github.com/o/r'],
    ['github:o/r', 'https://github.com/o/r'],
    ['gitlab:o/r', 'https://gitlab.com/o/r'],
    ['codeberg:o/r', 'https://codeberg.org/o/r'],
    ['https://github.com/o/r.git', 'https://github.com/o/r'],
  ])('%s is short for %s', (written, url) => {
    expect(repositoryNamed(written)?.url).toBe(url);
  });

  it.each(['', 'r', '../r', 'gist:11081aaa281', '/srv/r'])('is not %s', (written) => {
    expect(repositoryNamed(written)).toBeNull();
  });
});
