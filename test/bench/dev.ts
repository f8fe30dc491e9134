import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { needs } from '../setup/needs.ts';
import type { Row } from './row.ts';

const ROUNDS = 7;

/** How long it takes, while writing over the corpus, until the page of a note shows a change of the note. */
export async function bench(): Promise<Row[]> {
  if (!needs.corpus) return [];
  const notes = mkdtempSync(join(tmpdir(), 'witness-bench-'));
  cpSync(join(needs.corpus, 'meetings'), notes, { recursive: true });
  const args = [
    'src/cli/main.ts',
    'dev',
    '--port',
    '0',
    '--meetings',
    notes,
    '--wit',
    join(needs.corpus, 'wit'),
  ];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const url = await addressOf(server.stdout);
    const page = `${url}meetings/2023-07-13/`;
    await (await fetch(page)).text();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const word = `bench-${round}-written`;
      const begin = performance.now();
      appendFileSync(join(notes, '2023/WASI-07-13.md'), `\n**Bench**: ${word}\n`);
      while (!(await (await fetch(page)).text()).includes(word)) await wait(10);
      times.push(performance.now() - begin);
    }
    const median = times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
    const none = { peer: null, peerName: '', ratio: null };
    return [
      { name: 'a note changed, until its page shows it', ours: median, ...none, unit: 'ms', goal: '< 1000' },
    ];
  } finally {
    const closed = once(server, 'close');
    server.kill();
    await closed;
    rmSync(notes, { recursive: true, force: true });
  }
}

/** The address that a server says it has. */
async function addressOf(output: Readable): Promise<string> {
  let said = '';
  while (!/^http:\S+$/m.test(said)) said += String((await once(output, 'data'))[0]);
  return /^http:\S+$/m.exec(said)?.[0] ?? '';
}
