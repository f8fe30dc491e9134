import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  check,
  decode,
  describe as describePackages,
  highlight,
  parse,
  print,
  tokens,
} from '../../src/wit/index.ts';
import { mutate } from './peer/mutate.ts';
import { random } from './peer/random.ts';
import { textsToMutate } from './peer/texts.ts';

const lines = (text: string) => text.split('\n').length;

function checkText(text: string) {
  return check([[parse({ path: 'x.wit', text })]]);
}

describe('whatever the bytes', () => {
  it('any text ends in a value with problems inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { value, problems } = checkText(text);
        describePackages(value);
        for (const { line, column, endLine, endColumn } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(lines(text));
          expect(endLine > line || endColumn >= column).toBe(true);
        }
        expect(
          tokens(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('any mutant of any file ends in a value, can be coloured without loss, and described', () => {
    const texts = textsToMutate();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const source = random(seed);
        const text = mutate(source.pick(texts), source);
        const parsed = parse({ path: 'x.wit', text });
        const { value } = check([[parsed]], { allFeatures: true });
        describePackages(value);
        expect(
          highlight(parsed.value, value)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it.each([
    ['types', (n: number) => `f${n}: func() -> t${n};`, 'package a:b; interface i {', '}'],
    ['worlds', (n: number) => `include v${n};`, 'package a:b; world w {', '}'],
    ['names', (n: number) => `g${n} as h${n},`, 'package a:b; world u {} world w { include u with {', '}}'],
    ['packages', (n: number) => `package c:d${n} { interface i { use x:y${n}/z.{t}; } }`, '', ''],
  ])(
    '20,000 %s that are not there cost no more than their number',
    { timeout: 90_000 },
    (_, each, open, close) => {
      const items = Array.from({ length: 20_000 }, (_, index) => each(index));
      const start = process.cpuUsage();
      const { problems } = checkText(`${open}${items.join('\n')}${close}`);
      expect(problems.length).toBeGreaterThan(190);
      expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
    },
  );

  it.each([
    ['types', (n: number) => `package a:b; interface i { type x = ${'list<'.repeat(n)}u8${'>'.repeat(n)}; }`],
    ['open types', (n: number) => `package a:b; interface i { type x = ${'tuple<'.repeat(n)}`],
    ['packages', (n: number) => 'package a:b { '.repeat(n) + '}'.repeat(n)],
    ['open packages', (n: number) => 'package a:b { '.repeat(n)],
    ['comments', (n: number) => `${'/*'.repeat(n)}${'*/'.repeat(n)}`],
    ['open comments', (n: number) => '/*'.repeat(n)],
    ['parentheses', (n: number) => `package a:b; interface i { f: func${'('.repeat(n)}`],
    ['braces', (n: number) => '{'.repeat(n)],
    ['closed braces', (n: number) => '}'.repeat(n)],
    ['attributes', (n: number) => `package a:b; ${'@x '.repeat(n)}interface i {}`],
  ])('nesting of 100,000: %s', (_, nested) => {
    expect(checkText(nested(100_000)).problems.length).toBeLessThanOrEqual(202);
  });

  it.each([
    [
      'types',
      (i: number) => `interface i { ${chain(i, (n, m) => `type t${n} = ${m < 0 ? 'u8' : `t${m}`};`)} }`,
    ],
    [
      'types, last first',
      (i: number) =>
        `interface i { ${chain(i, (n) => `type t${n} = ${n === i - 1 ? 'u8' : `t${n + 1}`};`)} }`,
    ],
    [
      'interfaces',
      (i: number) =>
        `${chain(i, (n, m) => `interface i${n} { ${m < 0 ? 'type t = u8;' : `use i${m}.{t};`} }`)} world w { export i${i - 1}; }`,
    ],
    ['worlds', (i: number) => chain(i, (n, m) => `world w${n} { ${m < 0 ? '' : `include w${m};`} }`)],
    [
      'packages',
      (i: number) =>
        chain(
          i,
          (n, m) => `package a:p${n} { interface i { ${m < 0 ? 'type t = u8;' : `use a:p${m}/i.{t};`} } }`,
        ),
    ],
  ])('a chain of 20,000 %s', (_, text) => {
    const { problems } = checkText(`package a:b; ${text(20_000)}`);
    expect(problems).toEqual([]);
  });

  it('a file of 10 MB', () => {
    const one =
      'interface i# {\n  /// Documentation of it.\n  record r { a: u32, b: list<string> }\n  f: func(x: r) -> result<r, string>;\n}\n';
    const count = Math.ceil(10_000_000 / one.length);
    const text = `package a:b;\n${Array.from({ length: count }, (_, i) => one.replace('#', String(i))).join('')}`;
    const { value, problems } = checkText(text);
    expect(problems).toEqual([]);
    expect(value.interfaces).toHaveLength(count);
  });

  it('10 MB of noise are told in a few problems', () => {
    expect(checkText('#\u0000☃ '.repeat(2_500_000)).problems.length).toBeLessThanOrEqual(202);
  });

  it('bytes that are no UTF-8 have one problem at the first of them', () => {
    const bytes = new TextEncoder().encode('package a:b;\n/// é☃\ninterface i {}\n');
    const broken = Uint8Array.from([...bytes.slice(0, 22), 0xff, ...bytes.slice(22)]);
    const { value, problems } = decode('x.wit', broken);
    expect(problems).toMatchObject([{ rule: 'wit/invalid-utf8', line: 2, column: 7 }]);
    expect(value.text).toContain('\ufffd');
    expect(decode('x.wit', bytes).problems).toEqual([]);
    // A character that is cut off at the end.
    expect(decode('x.wit', bytes.slice(0, 20)).problems).toMatchObject([{ line: 2, column: 6 }]);
  });

  it('a byte order mark and CRLF change nothing but the text', () => {
    const text = 'package a:b;\n\n/// One.\n/// Two.\ninterface i {\n  f: func();\n}\n';
    const plain = checkText(text).value;
    const odd = checkText(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(odd.problems).toEqual([]);
    const docs = (value: typeof plain) => describePackages(value)[0]?.interfaces[0]?.docs;
    expect(docs(odd.value)).toBe('One.\nTwo.');
    expect(docs(odd.value)).toBe(docs(plain));
    expect(print(parse({ path: '', text: `\ufeff${text.replaceAll('\n', '\r\n')}` }).value)).toBe(text);
  });

  it('columns count Unicode characters, also beyond the first 65,536', () => {
    const [problem] = checkText('package a:b; /* 🦀🦀 */ interface i { type t = nope; }').problems;
    expect(problem).toMatchObject({ line: 1, column: 46, endColumn: 50 });
  });
});

/** `make(n, n - 1)` for n from 0 up to but not including `length`. */
function chain(length: number, make: (n: number, before: number) => string): string {
  return Array.from({ length }, (_, n) => make(n, n - 1)).join('\n');
}
