import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent, ReadCache } from '../../src/load/index.ts';
import { folderGroup, givenGroup } from './folder-group.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/tracker');

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'witness-load-'));
  cpSync(join(FIXTURES, 'base'), join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'content/proposal-aliases.yml'), 'alpha: []\nbeta: []\ngamma: []\n');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('loading a checkout', () => {
  it('reads meetings, proposals, criteria, events and WIT, with the text of each file', async () => {
    const { own, meetings, tracker, packages, problems, sources } = await loadContent(folderGroup(root));
    expect(problems).toEqual([]);
    expect(own).toBe(true);
    expect(meetings.map(({ date }) => date)).toEqual(['2024-01-10', '2024-02-14', '2024-03-13']);
    expect(tracker.events).toHaveLength(7);
    expect(packages.map((pkg) => pkg.package)).toContain('wasi:http@0.2.12');
    const minutes = relative(process.cwd(), join(root, 'content/meetings/2024-01-10.md'));
    expect(sources.get(minutes)).toContain('## Notes');
  });

  it('with what was kept, reads a changed note as if all were read', async () => {
    const changing = mkdtempSync(join(tmpdir(), 'witness-changing-'));
    try {
      cpSync(root, changing, { recursive: true });
      const kept = new ReadCache();
      const before = await loadContent(folderGroup(changing), undefined, kept);
      const { wit } = kept;
      appendFileSync(join(changing, 'content/meetings/2024-01-10.md'), '\n**Ada Ray**: Said later.\n');
      const after = await loadContent(folderGroup(changing), undefined, kept);
      expect(after.meetings[0]).not.toEqual(before.meetings[0]);
      expect(after.meetings[1]).toEqual(before.meetings[1]);
      expect(kept.wit).toBe(wit);
      expect({ ...after, resolved: null, isOurs: null }).toEqual({
        ...(await loadContent(folderGroup(changing))),
        resolved: null,
        isOurs: null,
      });
    } finally {
      rmSync(changing, { recursive: true });
    }
  });

  it('reports what is wrong in every kind of file at once, by file and place', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'witness-broken-'));
    try {
      cpSync(root, broken, { recursive: true });
      const write = (name: string, text: string) => {
        mkdirSync(join(broken, name, '..'), { recursive: true });
        writeFileSync(join(broken, name), text);
      };
      write('content/meetings/2024-04-10.md', '---\ntitel: Group\n---\n\n## Notes\n');
      write('content/proposals/gamma.yml', 'id: gamma\ntitle: Gamma\n');
      write('content/proposal-aliases.yml', 'alpha: beta\n');
      write('content/coverage.yml', 'from: yesterday\n');
      write('content/events/2024-02-14-broken.yml', 'kind: [phase\n');
      write(
        'wit/ex_broken@0.1.0/types.wit',
        'package ex:broken@0.1.0;\n\ninterface types {\n  f: func() -> unknown-type;\n}\n',
      );
      const { problems } = await loadContent(folderGroup(broken));
      const at = problems.map(
        ({ path, line, rule }) => `${relative(broken, path)}:${line} ${rule.split('/')[0]}`,
      );
      expect([...new Set(at)]).toEqual([
        'content/coverage.yml:1 tracker',
        'content/events/2024-02-14-broken.yml:2 tracker',
        'content/meetings/2024-04-10.md:2 meetings',
        'content/proposal-aliases.yml:1 meetings',
        'content/proposals/gamma.yml:1 tracker',
        'wit/ex_broken@0.1.0/types.wit:4 wit',
      ]);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });

  it("reads other people's files instead, without the project's own events", async () => {
    const { own, meetings, tracker, packages, page } = await loadContent(
      await givenGroup({
        meetings: [join(FIXTURES, 'audit/notes')],
        proposals: join(FIXTURES, 'audit/page.md'),
      }),
    );
    expect([own, tracker.events, packages]).toEqual([false, [], []]);
    expect(meetings.map(({ date }) => date)).toEqual(['2024-01-10', '2024-02-14']);
    expect(page?.rows.map(({ name }) => name)).toContain('Gamma');
  });

  it('says which file or folder is not there', async () => {
    await expect(givenGroup({ meetings: ['nowhere'] })).rejects.toThrow('no file or folder "nowhere"');
    await expect(givenGroup({ proposals: 'nowhere.md' })).rejects.toThrow('no file "nowhere.md"');
  });
});
