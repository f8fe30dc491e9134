import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent, readGroup, surveyFolder } from '../../src/load/index.ts';
import { hasErrors } from '../../src/problem.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const NOTE = '# May 4 Meeting\n\n## Attendees\n\n- Ada Ray\n\n## Notes\n\n**Ada Ray**: Words.\n';
const PAGE =
  '### Phase 1\n\n| Proposal | Champion | Versions |\n| --- | --- | --- |\n| Alpha | Ada Ray | |\n';

let root: string;
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'witness-init-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('witness init', () => {
  it.each([
    [
      'by year at the top',
      { '2031/GROUP-05-04.md': NOTE, 'README.md': '# Us\n' },
      { meetings: ['.'], notes: 1 },
    ],
    [
      'by year in a folder, beside prose',
      { 'minutes/2031/GROUP-05-04.md': NOTE, 'docs/a.md': '# Prose\n', 'docs/b.md': '# More\n' },
      { meetings: ['minutes'], notes: 1 },
    ],
    [
      'in several folders, with WIT and a page',
      {
        'one/2031-05-04.md': NOTE,
        'two/2031-05-11.md': NOTE,
        'wit/a/a.wit': 'package demo:a@1.0.0;\n',
        'wit/b/b.wit': 'package demo:b@1.0.0;\n',
        'wit/b/deps/a.wit': 'package demo:a@1.0.0;\n',
        'docs/Proposals.md': PAGE,
      },
      { meetings: ['one', 'two'], notes: 2, wit: ['wit'], proposals: 'docs/Proposals.md' },
    ],
    ['nowhere', { 'README.md': '# Nothing\n' }, { meetings: [], notes: 0, wit: [], proposals: null }],
  ])('finds notes %s', async (_, files, expected) => {
    write(files);
    expect(await surveyFolder(root)).toMatchObject(expected);
  });

  it('finds what lies beside the notes in the same checkout', async () => {
    write({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'notes/2031/GROUP-05-04.md': NOTE,
      'wit/a.wit': 'package demo:a@1.0.0;\n',
      'Proposals.md': PAGE,
    });
    const found = await surveyFolder(join(root, 'notes'));
    expect(found).toMatchObject({ meetings: ['.'], wit: ['../wit'], proposals: '../Proposals.md' });
  });

  it('writes a group that can be read, says five lines, and overwrites nothing', async () => {
    write({ '2031/GROUP-05-04.md': NOTE, 'Proposals.md': PAGE, 'content/README.md': 'Mine.\n' });
    const init = () => spawnSync(process.execPath, [MAIN, 'init', root], { encoding: 'utf8' });
    const { status, stdout, stderr } = init();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(5);
    const description = readFileSync(join(root, 'witness.yml'), 'utf8');
    expect(readFileSync(join(root, 'content/README.md'), 'utf8')).toBe('Mine.\n');
    const group = await readGroup({ config: join(root, 'witness.yml') });
    const { meetings, tracker, problems } = await loadContent(group);
    expect(hasErrors(problems)).toBe(false);
    expect(meetings.map(({ date }) => date)).toEqual(['2031-05-04']);
    expect(tracker.proposals.map(({ id }) => id)).toEqual(['alpha']);
    writeFileSync(join(root, 'witness.yml'), `${description}name: Ours\n`);
    init();
    expect(readFileSync(join(root, 'witness.yml'), 'utf8')).toContain('name: Ours');
  });
});
