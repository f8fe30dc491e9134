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

  it('says of the last candidate and 0.3.0 what else than the version differs', () => {
    const record = (name: string) => read(join(corpus, 'record/wit'), `wasi_${name}`);
    const said = (name: string) => {
      const comparison = compare(record(`${name}@0.3.0-rc-2026-03-15`), record(`${name}@0.3.0`));
      const { versionOnly, docsChanged, findings } = comparison;
      return [name, versionOnly, docsChanged, findings.map(({ rule }) => rule).join(' ')];
    };
    expect(['clocks', 'random', 'filesystem', 'http', 'cli'].map(said)).toEqual([
      ['clocks', true, false, 'version-bump'],
      ['random', true, false, 'version-bump'],
      ['filesystem', true, false, 'version-bump'],
      ['http', true, true, 'version-bump'],
      ['cli', false, false, 'version-bump unstable-to-stable'],
    ]);
  });

  it('reads 0.2 to 0.3 as a map of what became of what', () => {
    const record = (name: string) => read(join(corpus, 'record/wit'), `wasi_${name}`);
    const map = ['http', 'sockets', 'clocks', 'cli', 'filesystem'].flatMap(
      (name) => compare(record(`${name}@0.2.12`), record(`${name}@0.3.0`)).renamed,
    );
    const became = new Map(map.map(({ from, to }) => [from, to]));
    expect(
      [
        'wasi:http/incoming-handler',
        'wasi:http/outgoing-handler',
        'wasi:http/types.outgoing-request',
        'wasi:sockets/tcp.tcp-socket.start-connect',
        'wasi:sockets/tcp-create-socket.create-tcp-socket',
        'wasi:clocks/wall-clock',
        'wasi:clocks/monotonic-clock.subscribe-duration',
        'wasi:cli/stdin.get-stdin',
        'wasi:filesystem/types.directory-entry-stream',
        'wasi:io/poll.pollable',
      ].map((from) => became.get(from)),
    ).toEqual([
      'wasi:http/handler',
      'wasi:http/client',
      'wasi:http/types.request',
      'wasi:sockets/types.tcp-socket.connect',
      'wasi:sockets/types.tcp-socket.create',
      'wasi:clocks/system-clock',
      'wasi:clocks/monotonic-clock.wait-for',
      'wasi:cli/stdin.read-via-stream',
      'stream<directory-entry>',
      'async func',
    ]);
  });

  it('tells the life of an item', () => {
    const http = history([...lines('0.2').values()].flat()).find((one) => one.package === 'wasi:http');
    const deprecated = http?.items.filter(({ events }) => events.some(({ event }) => event === 'deprecated'));
    expect(deprecated?.map(({ item }) => item)).toContain('wasi:http/types.field-key');
  });
});

function read(folder: string, name: string): Resolved {
  const { groups } = new WitLoader().load(join(folder, name), [folder]);
  const files = groups.map((group) => group.map(({ value }) => value));
  return resolve(files, { allFeatures: true }).value;
}

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
