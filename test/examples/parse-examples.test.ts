import { describe, expect, it } from 'vitest';
import { asExpected, declaredHosts, listExamples, permitted } from '../../src/examples/index.ts';

const README = `---
title: A title
order: 2
teaches: What it teaches.
items:
  - wasi:keyvalue/cache.get
minutes:
  - meeting: '2023-07-13'
    quote: it was said
---

The explanation.
`;
const EXPECTED = `- hosts: [memory, sqlite]
  output: |
    one
    two
- hosts: [weakest]
  because: it forgets
  any-of:
    - one
    - |
      nothing
`;
const folder = (id: string, files: Record<string, string>) =>
  Object.entries(files).map(([name, text]) => ({ path: `runnable-examples/${id}/${name}`, text }));
const whole = { 'example.js': 'print(1);\n', 'README.md': README, 'expected.yml': EXPECTED };

describe('listExamples', () => {
  it('reads a folder', () => {
    const { value, problems } = listExamples(folder('first', whole));
    expect(problems).toEqual([]);
    const [example] = value;
    expect(example).toMatchObject({
      id: 'first',
      title: 'A title',
      guests: 1,
      items: ['wasi:keyvalue/cache.get'],
      minutes: [{ meeting: '2023-07-13', quote: 'it was said' }],
      body: 'The explanation.',
      source: 'print(1);',
    });
    if (!example) return expect.unreachable();
    expect(declaredHosts(example)).toEqual(['memory', 'sqlite', 'weakest']);
    expect(asExpected(permitted(example, 'sqlite'))).toBe('one\ntwo');
    expect(asExpected(permitted(example, 'weakest'))).toEqual(['one', 'nothing']);
    expect(asExpected(permitted(example, 'redis'))).toBeNull();
  });

  it('reads a component of its own, with its world', () => {
    const component = 'component:\n  world: w\n  kind: command\n  calls:\n    - [a, b]\n';
    const files = { ...whole, 'README.md': README.replace('order: 2\n', `order: 2\n${component}`) };
    const { value, problems } = listExamples(folder('x', { ...files, 'wit/world.wit': 'package a:b;\n' }));
    expect(problems).toEqual([]);
    expect(value[0]).toMatchObject({
      id: 'x',
      component: { world: 'w', kind: 'command', calls: [['a', 'b']] },
      wit: 'package a:b;',
    });
    expect(listExamples(folder('x', files)).problems.map(({ rule }) => rule)).toEqual([
      'examples/missing-file',
    ]);
    const wrong = { ...files, 'README.md': files['README.md'].replace('kind: command', 'kind: window') };
    expect(listExamples(folder('x', wrong)).problems.map(({ rule }) => rule)).toEqual([
      'examples/front-matter',
    ]);
  });

  it('orders by order, then by name', () => {
    const files = ['b', 'a', 'c'].flatMap((id) =>
      folder(id, { ...whole, 'README.md': README.replace('order: 2', `order: ${id === 'c' ? 1 : 2}`) }),
    );
    expect(listExamples(files).value.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it.each([
    ['a missing README', { 'README.md': undefined }, 'missing-file'],
    ['missing expectations', { 'expected.yml': undefined }, 'missing-file'],
    ['no front matter', { 'README.md': 'Only text.' }, 'front-matter'],
    ['no title', { 'README.md': README.replace('A title', '') }, 'front-matter'],
    ['no guests at all', { 'README.md': README.replace('order: 2', 'order: 2\nguests: 0') }, 'front-matter'],
    ['a half link', { 'README.md': README.replace('    quote: it was said\n', '') }, 'front-matter'],
    ['an unknown host', { 'expected.yml': EXPECTED.replace('sqlite', 'oracle') }, 'expectation'],
    ['a host twice', { 'expected.yml': EXPECTED.replace('sqlite', 'weakest') }, 'host-twice'],
    [
      'several outputs without a reason',
      { 'expected.yml': EXPECTED.replace('  because: it forgets\n', '') },
      'no-reason',
    ],
    ['an entry without output', { 'expected.yml': '- hosts: [memory]\n' }, 'expectation'],
    ['no entry', { 'expected.yml': '' }, 'expectation'],
    ['broken YAML', { 'expected.yml': '- hosts: [memory\n' }, 'yaml'],
  ])('reports %s', (_, change, rule) => {
    const files = Object.fromEntries(
      Object.entries({ ...whole, ...change }).filter(([, text]) => text !== undefined),
    );
    const rules = listExamples(folder('x', files as Record<string, string>)).problems.map(
      (problem) => problem.rule,
    );
    expect(rules).toContain(`examples/${rule}`);
  });

  it('counts lines from the start of the file', () => {
    const broken = README.replace('    quote: it was said', '    quote: "never closed');
    const { problems } = listExamples(folder('x', { ...whole, 'README.md': broken }));
    const line = broken.split('\n').findIndex((text) => text.includes('never closed')) + 1;
    expect(problems.find(({ rule }) => rule === 'examples/yaml')?.line).toBeGreaterThanOrEqual(line);
    expect(problems[0]?.path).toBe('runnable-examples/x/README.md');
  });
});
