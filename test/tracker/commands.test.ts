import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const AUDIT = join(ROOT, 'test/fixtures/tracker/audit');

interface Run {
  code: number;
  out: string;
  err: string;
}

function witness(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/main.ts', 'tracker', ...args], { cwd: ROOT }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('witness tracker', () => {
  it('status --json gives the same bytes for the same date, on standard output alone', async () => {
    const [first, second] = await Promise.all([
      witness('status', '--as-of', '2024-01-25', '--json'),
      witness('status', '--json', '--as-of', '2024-01-25'),
    ]);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(second.out).toBe(first.out);
    const { asOf, proposals, launch } = JSON.parse(first.out);
    expect([asOf, proposals.length > 20, launch.launched]).toEqual(['2024-01-25', true, '2024-01-25']);
  });

  it('status is a table for people', async () => {
    const { code, out } = await witness('status', '--as-of', '2024-01-25');
    expect(code).toBe(0);
    expect(out).toMatch(/^keyvalue +phase 1 +open +-phase-3 \?portability -inclusion-vote$/m);
    expect(out).toMatch(/^preview-2: launched on 2024-01-25/m);
  });

  it('history knows a proposal by its other names', async () => {
    const [id, other] = await Promise.all([
      witness('history', 'keyvalue', '--json'),
      witness('history', 'wasi-kv-store', '--json'),
    ]);
    expect(id.code).toBe(0);
    expect(other.out).toBe(id.out);
    expect(JSON.parse(id.out).events[0].id).toBe('2022-09-08-keyvalue-phase-1');
  });

  it('history shows passages of restated minutes without quotation marks', async () => {
    const { out } = await witness('history', 'keyvalue', '--as-of', '2022-12-31');
    expect(out).toBe(
      '2022-09-08  keyvalue advances to phase 1\n    content/meetings/2022-09-08.md:20: (restated) wasi-keyvalue advances to phase 1.\n',
    );
  });

  it('suggest writes events for notes that have none', async () => {
    const { code, out } = await witness('suggest', '--meetings', join(AUDIT, 'notes'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toContain(
      'content/events/2024-02-14-gamma-phase-2.yml',
    );
  });

  it('audit ends with 1 when the page has drifted, and with 0 when it has not', async () => {
    const notes = join(AUDIT, 'notes');
    const [drifted, fine] = await Promise.all([
      witness(
        'audit',
        '--proposals',
        join(AUDIT, 'page.md'),
        '--meetings',
        notes,
        '--as-of',
        '2024-12-31',
        '--json',
      ),
      witness(
        'audit',
        '--proposals',
        join(AUDIT, 'empty.md'),
        '--meetings',
        notes,
        '--as-of',
        '2023-12-31',
        '--json',
      ),
    ]);
    expect(drifted.code).toBe(1);
    const kinds = JSON.parse(drifted.out).map(
      ({ proposal, kind }: Record<string, string>) => `${proposal} ${kind}`,
    );
    expect(kinds).toContain('gamma behind');
    expect([fine.code, JSON.parse(fine.out)]).toEqual([0, []]);
  });

  it.each([
    ['a date that does not exist', ['status', '--as-of', '2024-02-30']],
    ['a flag that does not exist', ['status', '--as-off', '2024-02-20']],
    ['a word too many', ['status', 'now']],
    ['no proposal', ['history']],
    ['an unknown proposal', ['history', 'nothing']],
    ['no page', ['audit', '--meetings', 'content/meetings']],
  ])('ends with 2 for %s', async (_, args) => {
    const { code, out, err } = await witness(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^witness tracker \w+: .+\nusage: /);
  });

  it('ends with 1 for a file that is not there, without a stack trace', async () => {
    const { code, err } = await witness(
      'audit',
      '--proposals',
      'nothing.md',
      '--meetings',
      'content/meetings',
    );
    expect([code, err]).toEqual([1, 'witness tracker audit: no file "nothing.md"\n']);
  });
});
