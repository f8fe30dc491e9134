import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WitLoader } from '../../src/load/index.ts';
import { check } from '../../src/wit/index.ts';
import { CORPUS, hasCorpus } from './fixtures.ts';

const folder = join(CORPUS, 'wit');
const names = hasCorpus ? readdirSync(folder) : [];
const loader = new WitLoader();
const OLD = 'wasi_keyvalue@unversioned-keyvalue-9640d83';

describe.runIf(hasCorpus)('packages of WASI (needs ../shared/corpus)', () => {
  it.each(names.filter((name) => name !== OLD))(
    '%s resolves, its dependencies found by name and version',
    (name) => {
      const { value, problems } = check(loader.load(join(folder, name), [folder]).groups);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(value.packages[value.main]?.id.replace(':', '_')).toContain(name.split('@')[0]);
    },
  );

  it('a package from before semicolons has one problem a file that says so', () => {
    const { problems } = check(loader.load(join(folder, OLD), [folder]).groups);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['wit/no-semicolons']));
    expect(new Set(problems.map(({ path }) => path)).size).toBe(problems.length);
  });
});
