import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseMeeting, parsePeople, parseProposalNames } from '../../src/meetings/index.ts';
import type { Parsed, SourceFile } from '../../src/problem.ts';
import { day, readYaml, text, whole } from '../../src/schema/index.ts';
import { parseCoverage, parseCriteria, parseEvent, parseProposal } from '../../src/tracker/index.ts';

const schema = z.strictObject({
  name: text(),
  on: day.optional(),
  size: z.enum(['small', 'large']).default('small'),
  parts: z.array(z.strictObject({ id: text(), count: whole(1, 9) })).default([]),
});
const read = (written: string, options = {}) =>
  readYaml({ path: 'a.yml', text: written }, schema, { rule: (kind) => kind, ...options });
const told = (written: string) =>
  read(written).problems.map(
    ({ rule, line, column, endColumn, message, hint }) =>
      `${line}:${column}-${endColumn} ${rule}: ${message}${hint ? ` (${hint})` : ''}`,
  );

describe('a file is read as its schema says', () => {
  it('with what is left out filled in', () => {
    const { value, problems } = read('name: a\nparts:\n  - id: b\n    count: 2\n');
    expect(problems).toEqual([]);
    expect(value?.value).toEqual({ name: 'a', size: 'small', parts: [{ id: 'b', count: 2 }] });
    expect(value?.spanOf('parts.0.count')).toMatchObject({ line: 4, column: 12, endColumn: 13 });
    expect(value?.spanOf('parts.7.count')).toMatchObject({ line: 3, column: 3 });
  });

  it.each([
    ['size: large', ['1:1-12 missing-key: expected the key "name" (it is text)']],
    ['name: a\nsise: large', ['2:1-5 unknown-key: unknown key "sise" (did you mean "size"?)']],
    [
      'name: a\nsize: lagre',
      ['2:7-12 expected-value: expected one of small, large, found "lagre" (did you mean "large"?)'],
    ],
    [
      'name: a\non: 2023-02-29',
      ['2:5-15 expected-value: expected a date like 2023-07-13, found "2023-02-29"'],
    ],
    [
      'name:\non: 1',
      [
        '1:6-7 expected-value: expected text, found nothing',
        '2:5-6 expected-value: expected a date like 2023-07-13, found 1',
      ],
    ],
    ['name: a\nparts: {}', ['2:8-10 expected-value: expected a list, found a mapping']],
    [
      'name: a\nparts:\n  - count: 10\n    other: 🎉 # 🎉\n  - b',
      [
        '3:5-14 missing-key: expected the key "id" (it is text)',
        '3:12-14 expected-value: expected a whole number from 1 to 9, found 10',
        '4:5-10 unknown-key: unknown key "other" (known keys: id, count)',
        '5:5-6 expected-value: expected a mapping with id, count, found "b"',
      ],
    ],
    ['- a', ['1:1-4 expected-value: expected a mapping with name, on, size, parts, found a list']],
    ['', ['1:1-2 expected-value: expected a mapping with name, on, size, parts, found nothing']],
  ])('%j: every problem is told at its place', (written, problems) => {
    expect(told(written)).toEqual(problems);
    expect(read(written).value).toBeNull();
  });

  it('keeps what is right beside what is wrong where that is asked for', () => {
    const { value, problems } = read('name: a\nsize: tiny\nconstructor: b', { keepRest: true });
    expect(value?.value).toEqual({ name: 'a', size: 'small', parts: [] });
    expect(problems).toHaveLength(2);
  });
});

describe('whatever YAML can hold is a problem with a place', () => {
  it.each([
    ['name: a\nname: b', ['2:1-5 unknown-key: expected the key "name" once, found it again']],
    ['name: a\n1: b', ['2:1-2 unknown-key: expected a text as the key, found 1 (put it in quotation marks)']],
    [
      'name: a\n? [b]\n: c',
      ['2:3-6 unknown-key: expected a text as the key, found a list (put it in quotation marks)'],
    ],
    ['name: a\n__proto__: b', ['2:1-10 unknown-key: unknown key "__proto__"']],
    [
      'name: a\nconstructor: b',
      ['2:1-12 unknown-key: unknown key "constructor" (known keys: name, on, size, parts)'],
    ],
    ['name: *gone', ['1:7-12 yaml-syntax: expected no alias (write out what it stands for)']],
    ['name: &a b\non: *a', ['2:5-7 yaml-syntax: expected no alias (write out what it stands for)']],
    [
      'name: [a',
      [
        '1:9-10 yaml-syntax: expected YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    [
      'name: a\n---\nname: b',
      [
        '2:1-4 yaml-syntax: expected YAML: Source contains multiple documents; please use YAML.parseAllDocuments()',
      ],
    ],
  ])('%j', (written, problems) => {
    expect(told(written)).toEqual(problems);
  });

  const many = (one: (i: number) => string, count: number) =>
    Array.from({ length: count }, (_, i) => one(i)).join('');
  const LONG: [string, string][] = [
    ['twenty thousand brackets', '['.repeat(20_000)],
    ['twenty thousand closing brackets', ']'.repeat(20_000)],
    ['a thousand levels by indentation', many((i) => `${' '.repeat(i)}a:\n`, 1000)],
    ['twenty thousand unknown keys', many((i) => `k${i}: 1\n`, 20_000)],
    ['the same key twenty thousand times', 'k: 1\n'.repeat(20_000)],
    ['two megabytes', `name: ${'a'.repeat(2_000_000)}`],
  ];
  it.each(LONG)('%s, without hanging', (_, written) => {
    expect(read(written).problems.length).toBeGreaterThan(0);
  });

  const HOSTILE: [string, string][] = [
    ['a thousand lists in one another', `name: ${'['.repeat(1000)}`],
    ['a thousand closed ones', `name: ${'['.repeat(1000)}${']'.repeat(1000)}`],
    [
      'an alias bomb',
      `a: &a [x,x]\n${many((i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`, 40)}`,
    ],
    ['an alias of itself', 'name: &a [*a]'],
    ['an alias of nothing', 'title: *gone'],
    ['control characters', '\u0000: a'],
    ['an unknown tag', 'name: !!js/function a\nsize: !x large\nother: 1'],
    ['half a surrogate', 'name: \ud83d\nother: 1'],
    ['keys of every object', 'toString: 1\nhasOwnProperty: 1\nvalueOf: 1\nname: a'],
    ['the key of the prototype', '__proto__: a'],
    ['a list as key', '? [a]\n: b'],
  ];
  const PARSERS: Record<string, (file: SourceFile) => Parsed<unknown>> = {
    read: (file) => read(file.text),
    parseEvent,
    parseProposal,
    parseCriteria,
    parseCoverage,
    parsePeople,
    parseProposalNames,
    'front matter': ({ path, text: yaml }) => {
      const value = parseMeeting({ path, text: `---\n${yaml}\nrestated: true\n---\n# Notes\n` });
      return { value, problems: value.problems };
    },
  };

  describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
    it.each(HOSTILE)('%s', (_, written) => {
      const { problems } = parse({ path: '2024-01-05.yml', text: written });
      expect(problems).not.toEqual([]);
      for (const { line, column, endColumn, message } of problems) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(endColumn).toBeGreaterThan(column);
        expect(message).toMatch(/expected|unknown/i);
      }
    });
  });
});
