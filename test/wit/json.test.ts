import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/wit/index.ts';
import {
  CORPUS,
  FIXTURES,
  fixtureName,
  fixturesIn,
  hasCorpus,
  loadFixture,
  problemLines,
} from './fixtures.ts';

const folder = join(FIXTURES, 'json');

describe('resolved WIT as JSON', () => {
  it.each(fixturesIn(folder).map((path) => [fixtureName(path), path]))('%s', async (name, path) => {
    const { resolved, problems } = loadFixture(path, { features: ['active'] });
    expect(problemLines(problems.filter(({ severity }) => severity === 'error'))).toBe('');
    const json = `${JSON.stringify(toJson(resolved), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot(join(folder, `${name}.json`));
  });
});

const conformance = join(CORPUS, 'wit-parser-ui');
const expected = hasCorpus ? readdirSync(conformance).filter((name) => name.endsWith('.wit.json')) : [];

describe.runIf(hasCorpus)('the reference tool agrees, over its own tests (needs ../shared/corpus)', () => {
  it.each(expected.filter((name) => !name.startsWith('kinds-of-deps')))('%s', (name) => {
    const path = join(conformance, name.replace(/\.json$/, ''));
    const input = existsSync(path) ? path : path.replace(/\.wit$/, '');
    const { resolved, problems } = loadFixture(input, { features: ['active'] });
    expect(problemLines(problems.filter(({ severity }) => severity === 'error'))).toBe('');
    const text = readFileSync(join(conformance, name), 'utf8').trimEnd();
    expect(JSON.stringify(toJson(resolved), null, 2)).toBe(text);
  });

  it('names the binaries among dependencies, and nothing that follows from them', () => {
    const { problems } = loadFixture(join(conformance, 'kinds-of-deps'));
    expect(problems.map(({ rule, path }) => [rule, path])).toEqual([
      ['wit/binary-dependency', 'deps/d.wat'],
      ['wit/binary-dependency', 'deps/e.wasm'],
    ]);
  });
});
