import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WitLoader } from '../../src/load/index.ts';
import { compare, compareVersions, history, parse, type Resolved, resolve } from '../../src/wit/index.ts';
import { needs } from '../setup/needs.ts';

const corpus = needs.corpus ?? '';

describe.runIf(needs.corpus)('the comparison over real WIT (needs the corpus)', () => {
  it('agrees with the type checker of the reference implementation', () => {
    const read = (text: string) =>
      resolve([[parse({ path: 'a.wit', text }).value]], { allFeatures: true }).value;
    const pairs: { name: string; before: string; after: string; verdict: string }[] = JSON.parse(
      readFileSync(join(corpus, 'wit-compat/pairs.json'), 'utf8'),
    );
    expect(pairs.length).toBeGreaterThan(0);
    const ours = pairs.map(({ name, before, after }) => [name, compare(read(before), read(after)).verdict]);
    expect(ours).toEqual(pairs.map(({ name, verdict }) => [name, verdict]));
  });

  it('finds every step of WASI 0.2 compatible, and from the first release to the last', () => {
    for (const [name, line] of lines('0.2')) {
      const steps = line.slice(1).map((release, index) => compare(line[index] as Resolved, release).verdict);
      expect([name, steps.filter((verdict) => verdict !== 'compatible')]).toEqual([name, []]);
      expect(compare(line[0] as Resolved, line.at(-1) as Resolved).verdict).toBe('compatible');
    }
  });

  it('finds that WASI 0.3 breaks cli, http and sockets', () => {
    const later = lines('0.3');
    for (const [name, line] of lines('0.2')) {
      const next = later.get(name)?.at(-1);
      if (!next || !/:(cli|http|sockets)$/.test(name)) continue;
      expect([name, compare(line.at(-1) as Resolved, next).verdict]).toEqual([name, 'breaking']);
    }
  });

  it('tells the life of an item', () => {
    const http = history([...lines('0.2').values()].flat()).find((one) => one.package === 'wasi:http');
    const deprecated = http?.items.filter(({ events }) => events.some(({ event }) => event === 'deprecated'));
    expect(deprecated?.map(({ item }) => item)).toContain('wasi:http/types.field-key');
  });
});

/** Releases of each package on a track, oldest first. */
function lines(track: string): Map<string, Resolved[]> {
  const folder = join(corpus, 'wit');
  const loader = new WitLoader();
  const releases = readdirSync(folder)
    .filter((name) => name.includes(`@${track}.`))
    .map((name) => {
      const { groups } = loader.load(join(folder, name), [folder]);
      return resolve(
        groups.map((group) => group.map(({ value }) => value)),
        { allFeatures: true },
      ).value;
    });
  const main = (release: Resolved) => release.packages[release.main];
  const byPackage = Map.groupBy(releases, (release) => `${main(release)?.namespace}:${main(release)?.name}`);
  for (const line of byPackage.values())
    line.sort((a, b) => compareVersions(main(a)?.version ?? '', main(b)?.version ?? ''));
  return byPackage;
}
