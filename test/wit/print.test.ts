import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/problem.ts';
import {
  type Ast,
  check,
  describe as describePackages,
  parse,
  print,
  toJson,
  tokens,
} from '../../src/wit/index.ts';
import { FIXTURES, fixtureName, fixturesIn } from './fixtures.ts';
import { type Random, random } from './peer/random.ts';
import { textsToMutate } from './peer/texts.ts';

const folder = join(FIXTURES, 'print');
const read = (text: string) => parse({ path: 'x.wit', text });
const valid = textsToMutate().filter(
  (text) => !hasErrors(check([[read(text)]], { allFeatures: true }).problems),
);

/** What a text means: the reference's JSON with its documentation, and our own documentation. */
function meaning(ast: Ast) {
  const { value } = check([[{ value: ast, problems: [] }]], { allFeatures: true });
  const packages = describePackages(value);
  return {
    json: toJson(value),
    docs: JSON.stringify(packages, (key, item) => (key === 'source' ? undefined : item)),
  };
}

function commentTexts(ast: Ast): string[] {
  const { text, comments } = ast.tokens;
  return Array.from(comments.starts, (start, index) =>
    text.slice(start, comments.ends[index]).replaceAll('\r\n', '\n').trimEnd(),
  );
}

/** Printing keeps the meaning and every comment, in order, and printed again nothing changes. */
function expectFaithful(text: string): void {
  const { value: before, problems } = read(text);
  expect(problems).toEqual([]);
  const printed = print(before);
  const after = read(printed);
  expect(after.problems).toEqual([]);
  expect(meaning(after.value)).toEqual(meaning(before));
  expect(commentTexts(after.value)).toEqual(commentTexts(before));
  expect(print(after.value)).toBe(printed);
}

describe('print', () => {
  it.each(fixturesIn(folder).map((path) => [fixtureName(path), path]))('%s', async (name, path) => {
    const ast = read(readFileSync(path, 'utf8')).value;
    const printed = print(ast);
    await expect(printed).toMatchFileSnapshot(join(folder, `${name}.printed`));
    expect(print(read(printed).value)).toBe(printed);
    expect(commentTexts(read(printed).value)).toEqual(commentTexts(ast));
  });

  it('keeps the meaning and the comments of every valid text', () => {
    expect(valid.length).toBeGreaterThan(15);
    for (const text of valid) expectFaithful(text);
  });

  it('keeps them wherever spaces and comments stand', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const source = random(seed);
        expectFaithful(respaced(source.pick(valid), source));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('joins the files of a package: one header, each top-level use once', () => {
    const one = read('package a:b;\nuse c:d/e;\ninterface i { use e.{t}; }\n').value;
    const two = read('/// Docs.\npackage a:b;\nuse c:d/e;\ninterface j { use e.{t}; }\n').value;
    expect(print(one, two)).toMatchInlineSnapshot(`
      "/// Docs.
      package a:b;

      use c:d/e;

      interface j {
        use e.{t};
      }

      interface i {
        use e.{t};
      }
      "
    `);
  });
});

const GAPS = [
  '',
  '',
  '',
  ' ',
  '\n',
  '\n\n\n',
  '  ',
  '\t',
  '\r\n',
  '// c\n',
  '/* d */',
  '/// e\n',
  '/** f\n g */',
  ' // h\n\n',
];

/** The tokens of a text with other spaces and comments between them. */
function respaced(text: string, source: Random): string {
  const parts = tokens(text).filter(({ kind }) => kind !== 'space' && kind !== 'comment' && kind !== 'doc');
  let result = '';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const isOneWord = before && /[\w%-]$/.test(before.text) && /^[\w%.-]/.test(part.text);
    const gap = source.below(3) === 0 ? source.pick(GAPS) : ' ';
    // A version is one word to the reference parser, and so is an integer before a point.
    const isVersion = part.kind === 'version' && before?.kind === 'version';
    const isSlash = before?.text === '/' && gap.startsWith('/');
    result += isVersion ? '' : isSlash || (gap === '' && isOneWord) ? ` ${gap}` : gap;
    result += part.text;
  }
  return result;
}
