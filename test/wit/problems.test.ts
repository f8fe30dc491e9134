import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINES, check, parse, RULES } from '../../src/wit/index.ts';
import { FIXTURES, fixtureName, fixturesIn, loadFixture, problemLines } from './fixtures.ts';

const folder = join(FIXTURES, 'problems');
const fixtures = fixturesIn(folder);
const page = readFileSync(join(import.meta.dirname, '../../content/docs/reference/wit-problems.md'), 'utf8');

describe('problems in WIT', () => {
  it.each(fixtures.map((path) => [fixtureName(path), path]))('%s', async (name, path) => {
    const baseline = name === 'beyond-baseline' ? 'wasi-0.2' : undefined;
    const { problems } = loadFixture(path, { features: ['active'], baseline });
    expect(problems.map(({ rule }) => rule)).toContain(`wit/${name}`);
    await expect(problemLines(problems)).toMatchFileSnapshot(join(folder, `${name}.problems`));
  });

  it.each(Object.keys(RULES))('rule %s has a fixture', (rule) => {
    expect(fixtures.map(fixtureName)).toContain(rule);
  });

  it('each rule has its place in the documentation, in the order of the list', () => {
    const anchors = [...page.matchAll(/^### (\S+)$/gm)].map(([, anchor]) => anchor);
    expect(anchors).toEqual(Object.keys(RULES));
  });

  it.each(Object.entries(RULES))('the documentation says what rule %s asks for', (rule, summary) => {
    const section = page.split(`### ${rule}\n`)[1]?.split('\n#')[0];
    expect(section).toContain(summary);
  });

  it('tells what is wrong in every file, though one of them is in the old syntax', () => {
    const files = {
      'old.wit': 'package a:b\ninterface old {\n  f: func()\n  f: func()\n}\n',
      'syntax.wit': 'interface i {\n  f: func(a: u8 b: u8);\n}\n',
      'names.wit': 'interface j {\n  use old.{t};\n  f: func(a: t, a: t);\n}\n',
    };
    const parsed = Object.entries(files).map(([path, text]) => parse({ path, text }));
    const found = check([parsed]).problems.map(({ path, rule }) => `${path} ${rule}`);
    expect(found).toEqual([
      'names.wit wit/duplicate-parameter',
      'old.wit wit/no-semicolons',
      'syntax.wit wit/expected-token',
    ]);
  });

  it('each baseline admits more', () => {
    const path = join(folder, 'beyond-baseline.wit');
    const told = BASELINES.map((baseline) =>
      loadFixture(path, { baseline }).problems.map(({ message }) => message.replace(/ are not in.*/, '')),
    );
    expect(told).toEqual([
      [
        'maps',
        'async functions',
        'streams',
        'futures',
        'error contexts',
        'external ids',
        'lists of fixed length',
        'interfaces under a label',
        'async functions',
      ],
      ['maps', 'error contexts', 'external ids', 'lists of fixed length', 'interfaces under a label'],
      ['error contexts', 'lists of fixed length'],
    ]);
    expect(loadFixture(path).problems).toEqual([]);
  });

  it('many warnings stay warnings: where they end is no error', () => {
    const items = Array.from(
      { length: 300 },
      (_, index) => `  @since(version = 2.0.0)\n  type t${index} = u8;\n`,
    );
    const text = `package a:b@3.0.0;\n\n@since(version = 2.0.1)\ninterface i {\n${items.join('')}}\n`;
    const { problems } = check([[parse({ path: 'many.wit', text })]]);
    expect(problems.length).toBe(201);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(problems.at(-1)?.rule).toBe('wit/too-many-problems');
  });
});
