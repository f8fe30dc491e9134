// `npm run bench [name...]`: every measurement of test/bench, each against a named peer in the same run.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from './row.ts';

const [only, ...names] = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && file !== 'main.ts' && file !== 'row.ts',
);

if (only === '--file') await measure(names[0] ?? '');
else {
  const wanted = only === undefined ? [''] : [only, ...names];
  for (const file of files.filter((file) => wanted.some((name) => file.startsWith(name)))) {
    // Each in a process of its own: what the engine learns from one, and what is left of it, would slow the next.
    const { status } = spawnSync(process.execPath, [import.meta.filename, '--file', file], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}

async function measure(file: string): Promise<void> {
  const module = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as Partial<Bench>;
  if (!module.bench) return;
  console.log(`\n${file.replace('.ts', '')}`);
  console.table(
    (await module.bench()).map(({ name, ours, peer, peerName, ratio, goal, unit, note }) => ({
      measured: name,
      Witness: `${round(ours)} ${unit}`,
      peer: peer === null ? '' : `${round(peer)} ${unit} (${peerName})`,
      ratio: ratio === null ? '' : round(ratio),
      goal,
      note: note ?? '',
    })),
  );
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
