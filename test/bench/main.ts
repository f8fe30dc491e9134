// `npm run bench [name...]`: every measurement of test/bench, each against a named peer in the same run.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Bench } from './row.ts';

const names = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && file !== 'main.ts' && file !== 'row.ts',
);

for (const file of files.filter(
  (file) => names.length === 0 || names.some((name) => file.startsWith(name)),
)) {
  const module = (await import(pathToFileURL(`${import.meta.dirname}/${file}`).href)) as Partial<Bench>;
  if (!module.bench) continue;
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
