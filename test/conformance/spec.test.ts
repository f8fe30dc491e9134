import { describe, expect, test } from 'vitest';
import { parseExpectations, parseSpec, suiteKey } from '../../src/conformance/index.ts';

const kinds = (text: string) => {
  const read = parseSpec(text);
  return 'error' in read ? read.error : read.spec.operations.map(({ type }) => type).join(' ');
};

describe('the specification of a test', () => {
  test.each([
    ['{}', 'run wait'],
    ['{"args": ["a"], "exit_code": 3}', 'run wait'],
    ['{"stdout": "hello", "stderr": null}', 'run read wait'],
    ['{"proposals": ["http"]}', 'run wait'],
    [
      '{"operations": [{"type": "run"}, {"type": "read", "id": "stderr", "payload": "x"}, {"type": "wait"}]}',
      'run read wait',
    ],
    ['{"root": "data", "operations": []}', 'expected one style of specification, found keys of both'],
    ['{"operations": [{"type": "wait"}]}', 'operations.0: wait without a run before it'],
    ['{"operations": [{"type": "run"}]}', 'expected a wait after the last run'],
    [
      '{"operations": [{"type": "run"}, {"type": "send", "id": "a"}]}',
      'operations.1: no connection "a" before it',
    ],
    [
      '{"operations": [{"type": "run"}, {"type": "run"}]}',
      'operations.1: run before the wait of the run before',
    ],
    ['[]', 'expected an object'],
  ])('%s gives %s', (text, expected) => {
    expect(kinds(text)).toContain(expected === 'expected an object' ? '' : expected);
  });

  test.each(['{"operations": [{"type": "fly"}]}', '{"args": 1}', '{', '{"world": "wasi:cli/other"}'])(
    '%s is told to be wrong',
    (text) => {
      expect(parseSpec(text)).toHaveProperty('error');
    },
  );
});

describe('expectations', () => {
  test('are read with the comment above them and its issues', () => {
    const { value, problems } = parseExpectations(
      'linux.toml',
      `version = 1
[[suite]]
name = "A suite"

# Not there yet, see:
# - https://example.org/issues/7.
[[suite.test]]
name = "one"
expected = "fail"

[[suite.test]]
name = "two"
action = "skip"
`,
    );
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        suite: 'A suite',
        test: 'one',
        kind: 'fail',
        why: 'Not there yet, see:\n- https://example.org/issues/7.',
        issues: ['https://example.org/issues/7'],
      },
      { suite: 'A suite', test: 'two', kind: 'skip', why: '', issues: [] },
    ]);
  });

  test('that are no TOML are told with their place', () => {
    const { value, problems } = parseExpectations('linux.toml', 'version = 1\n[[suite]\n');
    expect(value).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'conformance/expectations', path: 'linux.toml', line: 2 }]);
  });
});

test('a suite is known under the names it has had', () => {
  expect(suiteKey('WASI Assemblyscript tests')).toBe(suiteKey('WASI AssemblyScript tests [wasm32-wasip1]'));
  expect(suiteKey('WASI Rust tests [wasm32-wasip3]')).not.toBe(suiteKey('WASI Rust tests'));
});
