import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { note } from './note.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'witness-meetings-'));
const path = join(folder, '2027', 'WASI-03-04.md');
mkdirSync(join(folder, '2027'));
writeFileSync(
  path,
  note('### Vote: advance wasi-i2c to phase 3\n\n**Zoë**: Ready?\n\nSF: 3\nF: 2\n\nAda: The vote passes.'),
);
afterAll(() => rmSync(folder, { recursive: true }));

function meetings(...args: string[]) {
  return spawnSync(process.execPath, [MAIN, 'meetings', ...args], { encoding: 'utf8' });
}

it('json: prints the meetings of a folder', () => {
  const { status, stdout } = meetings('json', folder);
  const [meeting, ...rest] = JSON.parse(stdout) as Meeting[];
  expect(status).toBe(0);
  expect(rest).toEqual([]);
  expect(meeting).toMatchObject({
    path,
    date: '2027-03-04',
    decisions: [{ proposal: 'i2c', toPhase: 3, outcome: 'passed' }],
  });
});

it('lint: tells problems, and what the notes would change', () => {
  const { status, stdout } = meetings('lint', path, '--preview-status');
  expect(status).toBe(0);
  expect(stdout).toContain(
    `${path}:14:3: warning: expected an attendee, found "Zoë" [meetings/unknown-speaker]`,
  );
  expect(stdout).toContain('content/events/2027-03-04-i2c-phase-3.yml');
  expect(stdout).toContain('i2c phase: 3');
});

it('new: writes an agenda, once', () => {
  const out = join(folder, 'next.md');
  expect(meetings('new', '2027-04-01', '--out', out).status).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('## Agenda: April 1 WASI video call');
  expect(meetings('new', '2027-04-01', '--out', out).status).toBe(1);
});

it('ical: prints a calendar', () => {
  expect(meetings('ical', folder).stdout).toContain('UID:2027-03-04@meetings.witness\r\n');
});

it.each([['json'], ['lint'], ['new'], ['new', 'soon'], ['lint', path, '--format', 'xml']])(
  '%s %s: wrong usage ends with 2',
  (...args) => {
    const { status, stderr } = meetings(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('usage: witness meetings');
  },
);

it('a path that is not there ends with 1', () => {
  const { status, stderr } = meetings('json', join(folder, 'nowhere'));
  expect(status).toBe(1);
  expect(stderr).toMatch(/no file or folder/);
});
