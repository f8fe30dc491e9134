import { describe, expect, it } from 'vitest';
import { findDoctests, withOutputs } from '../../src/examples/index.ts';

const fence = '```';
const page = (blocks: string) => ({ path: 'content/docs/a.md', text: blocks.replaceAll('~~~', fence) });

describe('findDoctests', () => {
  it('finds an example and its output', () => {
    const { value, problems } = findDoctests(
      page(
        '---\ntitle: A\n---\n\nText.\n\n~~~js example host=noop\nprint(1);\n~~~\n\n~~~text output\n1\n~~~\n',
      ),
      true,
    );
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        id: 'content/docs/a.md:7',
        path: 'content/docs/a.md',
        line: 7,
        host: 'noop',
        source: 'print(1);',
        expected: '1',
        output: { start: 12, end: 13 },
      },
    ]);
  });

  it('finds one in a list', () => {
    const { value } = findDoctests(
      page('1. Do\n\n   ~~~js example\n   print(1);\n   ~~~\n\n   ~~~text output\n   1\n   ~~~\n'),
      true,
    );
    expect(value.map(({ line, expected }) => [line, expected])).toEqual([[3, '1']]);
  });

  it.each([
    ['an example without output', '~~~js example\nprint(1);\n~~~\n\nText.\n', 'missing-output'],
    [
      'text between the two',
      '~~~js example\nprint(1);\n~~~\n\nText.\n\n~~~text output\n1\n~~~\n',
      'missing-output',
    ],
    ['an unknown host', '~~~js example host=oracle\n~~~\n\n~~~text output\n~~~\n', 'unknown-host'],
    ['a block without a mark', '\n\n~~~js\nprint(1);\n~~~\n', 'unmarked-block'],
    ['a reason that is none', '~~~js title="Not run: "\nprint(1);\n~~~\n', 'unmarked-block'],
  ])('reports %s', (_, text, rule) => {
    const { problems } = findDoctests(page(text), true);
    expect(problems.map((problem) => problem.rule)).toEqual([`examples/${rule}`]);
  });

  it('names the line of what it reports', () => {
    expect(findDoctests(page('\n\n~~~js\nprint(1);\n~~~\n'), true).problems[0]?.line).toBe(3);
  });

  it('accepts a block with a reason, other languages, and anything where it is not strict', () => {
    const reason = page(
      '~~~js title="Not run: it needs a server"\nlisten();\n~~~\n\n~~~wit\ninterface a {}\n~~~\n',
    );
    expect(findDoctests(reason, true)).toEqual({ value: [], problems: [] });
    expect(findDoctests(page('~~~js\nx\n~~~\n'), false)).toEqual({ value: [], problems: [] });
  });
});

describe('withOutputs', () => {
  it('replaces outputs and nothing else', () => {
    const { path, text } = page(
      'A\n\n~~~js example\nprint(1);\n~~~\n\n~~~text output\nold\nlines\n~~~\n\nB\n\n- ~~~js example\n  print(2);\n  ~~~\n\n  ~~~text output\n  ~~~\n\nC\n',
    );
    const { value } = findDoctests({ path, text }, true);
    const changed = withOutputs(
      text,
      new Map(value.map((doctest, index) => [doctest, index === 0 ? '1' : '2\n\n3'])),
    );
    expect(changed).toBe(
      page(
        'A\n\n~~~js example\nprint(1);\n~~~\n\n~~~text output\n1\n~~~\n\nB\n\n- ~~~js example\n  print(2);\n  ~~~\n\n  ~~~text output\n  2\n\n  3\n  ~~~\n\nC\n',
      ).text,
    );
    expect(findDoctests({ path, text: changed }, true).value.map(({ expected }) => expected)).toEqual([
      '1',
      '2\n\n3',
    ]);
  });
});
