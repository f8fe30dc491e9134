import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.ts';
import { plainText, toGithub, toText } from '../../src/report/index.ts';

const PROBLEM: Problem = {
  rule: 'wit/expected-token',
  severity: 'error',
  message: 'expected `;`, found `}`',
  path: 'a,b.wit',
  line: 2,
  column: 5,
  endLine: 2,
  endColumn: 8,
  hint: 'end the line with a semicolon',
};

describe('toText', () => {
  it('shows place, sentence, source line with carets, hint', () => {
    expect(toText([PROBLEM], new Map([['a,b.wit', 'one\n  f: bar }\n']]))).toMatchInlineSnapshot(`
      "a,b.wit:2:5: error: expected \`;\`, found \`}\` [wit/expected-token]
         2 |   f: bar }
           |     ^^^
            = hint: end the line with a semicolon
      "
    `);
  });

  it('leaves the source line out when it is not known', () => {
    expect(toText([PROBLEM])).not.toContain('|');
  });

  it('puts carets under characters, not code units', () => {
    const text = toText(
      [{ ...PROBLEM, line: 1, column: 3, endLine: 1, endColumn: 4 }],
      new Map([['a,b.wit', '😀😀x']]),
    );
    expect(text).toContain('|   ^\n');
  });

  it('makes control and bidirectional characters visible', () => {
    const text = toText(
      [{ ...PROBLEM, line: 1, column: 1, endLine: 1, endColumn: 2 }],
      new Map([['a,b.wit', 'a\u202eb\u001b[0m']]),
    );
    expect(text).not.toContain('\u202e');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('a\ufffdb');
  });

  it('cuts a line of a megabyte to a window around the place', () => {
    const line = `${'x'.repeat(500_000)}!${'y'.repeat(500_000)}`;
    const text = toText(
      [{ ...PROBLEM, line: 1, column: 500_001, endLine: 1, endColumn: 500_002 }],
      new Map([['a,b.wit', line]]),
    );
    expect(text.length).toBeLessThan(800);
    const [, source = '', carets = ''] = text.split('\n');
    expect(source[carets.indexOf('^')]).toBe('!');
  });

  it('marks a span of several lines to the end of its first line', () => {
    const text = toText(
      [{ ...PROBLEM, line: 1, column: 2, endLine: 3, endColumn: 1 }],
      new Map([['a,b.wit', 'abcd\nx\n']]),
    );
    expect(text).toContain('|  ^^^\n');
  });
});

describe('names and messages of strangers', () => {
  const hostile = {
    ...PROBLEM,
    path: '::set-env name=x::y\n::add-mask::a.wit',
    message: 'found \u001b[2J and\r\n::error::owned\u2028 ##[add-path]/tmp',
    hint: 'no\n::stop-commands::x',
  };

  it('stay on their line and give no orders in text', () => {
    const [first = '', second = '', rest] = toText([hostile]).split('\n');
    expect(first).toMatch(/:2:5: error: found /);
    expect(second).toMatch(/^ {6}= hint: no/);
    expect(rest).toBe('');
    expect(`${first}${second}`).not.toMatch(/^::|##\[|[\p{Cc}\u2028]/u);
  });

  it('stay in their one workflow command', () => {
    const text = toGithub([hostile]);
    expect(text).toMatch(/^::error file=%3A%3Aset-env name=x%3A%3Ay%0A%3A%3Aadd-mask/);
    expect(text).not.toMatch(/##\[|[\p{Cc}\u2028]/u);
    expect(text).toContain('%0Ano%0A::stop-commands::x');
  });

  it('keep the lines of a longer text, none of which is an order', () => {
    expect(plainText('one\n  ::error::two\n::three\ta::b')).toBe(
      'one\n  \ufffd:error::two\n\ufffd:three a::b',
    );
  });
});

describe('toGithub', () => {
  it('writes one workflow command a problem, escaped', () => {
    expect(toGithub([PROBLEM, { ...PROBLEM, severity: 'info', hint: undefined, endLine: 3 }])).toBe(
      [
        '::error file=a%2Cb.wit,line=2,endLine=2,col=5,endColumn=8,title=wit/expected-token::expected `;`, found `}`%0Aend the line with a semicolon',
        '::notice file=a%2Cb.wit,line=2,endLine=3,title=wit/expected-token::expected `;`, found `}`',
      ].join('\n'),
    );
  });
});
