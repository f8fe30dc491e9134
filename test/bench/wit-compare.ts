import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WitLoader } from '../../src/load/index.ts';
import { compare, compareVersions, type Resolved, resolve } from '../../src/wit/index.ts';
import { needs } from '../setup/needs.ts';
import type { Row } from './row.ts';

/** All packages of the WASI 0.2 line, each release against the one before it, in one process, reading and parsing included. */
export async function bench(): Promise<Row[]> {
  if (!needs.corpus) return [];
  const folder = join(needs.corpus, 'wit');
  const begin = performance.now();
  const loader = new WitLoader();
  const releases = readdirSync(folder)
    .filter((name) => name.includes('@0.2.') && !name.includes('draft'))
    .map((name) => {
      const { groups } = loader.load(join(folder, name), [folder]);
      return resolve(
        groups.map((group) => group.map(({ value }) => value)),
        { allFeatures: true },
      ).value;
    });
  const read = performance.now();
  const main = ({ packages, main }: Resolved) => packages[main];
  let steps = 0;
  for (const line of Map.groupBy(releases, (release) => main(release)?.name).values()) {
    line.sort((a, b) => compareVersions(main(a)?.version ?? '', main(b)?.version ?? ''));
    for (const [index, release] of line.slice(1).entries()) {
      compare(line[index] as Resolved, release);
      steps += 1;
    }
  }
  const end = performance.now();
  const size = `${releases.length} packages, ${steps} steps, cold`;
  const row = { peer: null, peerName: '', ratio: null, unit: 'ms' };
  return [
    { ...row, name: 'WASI 0.2, every step', ours: end - begin, goal: '< 1000 ms', note: size },
    { ...row, name: 'of it comparing', ours: end - read, goal: '' },
  ];
}
