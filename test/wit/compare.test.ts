import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  COMPARISON_RULES,
  compare,
  type Finding,
  type Perspective,
  parse,
  resolve,
} from '../../src/wit/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/compare');
const PERSPECTIVES: Perspective[] = ['guest', 'host', 'component'];

describe('every rule', () => {
  const ids = COMPARISON_RULES.map((rule) => rule.id);

  it('has a fixture, a file and an anchor in the documentation', () => {
    const files = new Set(readdirSync(join(import.meta.dirname, '../../src/wit/compare/rules')));
    const page = readFileSync(
      join(import.meta.dirname, '../../content/docs/reference/compatibility.md'),
      'utf8',
    );
    const anchors = [...page.matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? '');
    expect(readdirSync(FIXTURES).toSorted()).toEqual(ids.toSorted());
    expect(anchors.toSorted()).toEqual(ids.toSorted());
    expect(ids.filter((id) => !files.has(`${id}.ts`))).toEqual([]);
  });

  it.each(ids)('%s finds its fixture', async (id) => {
    const read = (name: string) => readFileSync(join(FIXTURES, id, name), 'utf8');
    const reports = PERSPECTIVES.map((perspective) =>
      report(read('before.wit'), read('after.wit'), perspective),
    );
    expect(reports.join('\n')).toContain(` ${id} `);
    await expect(`${reports.join('\n')}\n`).toMatchFileSnapshot(join(FIXTURES, id, 'findings.txt'));
  });
});

describe('compare', () => {
  it('finds nothing where nothing changed', () => {
    const wit = 'package a:b@1.0.0; interface i { @since(version = 1.0.0) f: func(); } world w { import i; }';
    expect(findings(wit, wit)).toEqual([]);
  });

  it('reports a change where it is made, not at each use', () => {
    const before =
      'package a:b; interface i { record r { a: u8 } f: func(v: r); g: func() -> list<r>; } world w { import i; }';
    expect(
      findings(before, before.replace('a: u8', 'a: u16')).map(({ rule, item }) => ({ rule, item })),
    ).toEqual([{ rule: 'field-type-changed', item: 'a:b/i.r.a' }]);
  });

  it('judges by the role of the interface', () => {
    const wit = (direction: string, body: string) =>
      `package a:b; interface i { f: func(); ${body} } world w { ${direction} i; }`;
    const verdicts = PERSPECTIVES.flatMap((perspective) =>
      ['import', 'export'].map((direction) =>
        verdict(wit(direction, ''), wit(direction, 'g: func();'), perspective),
      ),
    );
    expect(verdicts).toEqual(['compatible', 'breaking', 'breaking', 'compatible', 'breaking', 'compatible']);
  });

  it('judges an interface that no world reaches as imported, and says what an export would do', () => {
    const wit = (body: string) => `package a:b; interface i { f: func(); ${body} }`;
    expect(verdict(wit('g: func();'), wit(''), 'guest')).toBe('breaking');
    const [added] = findings(wit(''), wit('g: func();'));
    expect(added).toMatchObject({
      severity: 'info',
      message: expect.stringContaining('exports it would break'),
    });
  });

  it('narrows the judgement to one world', () => {
    const wit = (body: string) =>
      `package a:b; interface i { f: func(); ${body} } interface j { f: func(); } world w { import i; } world v { import j; }`;
    expect(compare(read(wit('g: func();')), read(wit('')), { world: 'v' }).verdict).toBe('compatible');
    expect(compare(read(wit('g: func();')), read(wit('')), { world: 'w' }).verdict).toBe('breaking');
  });

  it('promises nothing about unstable items', () => {
    const before =
      'package a:b@1.0.0; interface i { f: func(); @unstable(feature = x) g: func(); } world w { import i; }';
    const after = 'package a:b@1.1.0; interface i { f: func(); } world w { import i; }';
    expect(findings(before, after)).toMatchObject([{ rule: 'function-removed', severity: 'info' }]);
  });

  it('gives both places, in lines and columns', () => {
    const before = 'package a:b;\ninterface i {\n  f: func(k: string);\n}\nworld w { import i; }';
    const [finding] = findings(before, before.replace('\n  f', '\n\n  f').replace('k:', 'key:'));
    expect(finding).toMatchObject({
      rule: 'parameter-renamed',
      item: 'a:b/i.f',
      old: { path: 'old.wit', line: 3, column: 3 },
      new: { path: 'new.wit', line: 4, column: 3 },
    });
  });

  it('keeps resources apart by who declares them', () => {
    const wit = (from: string) =>
      `package a:b; interface x { resource r; } interface y { resource r; } interface i { use ${from}.{r}; f: func(v: r); } world w { import i; }`;
    expect(findings(wit('x'), wit('y')).map((one) => one.rule)).toContain('type-changed');
  });
});

function read(text: string, path = 'a.wit') {
  const { value, problems } = resolve([[parse({ path, text }).value]], { allFeatures: true });
  const errors = problems.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'wit/unreleased-version',
  );
  expect(errors).toEqual([]);
  return value;
}

function findings(before: string, after: string, perspective: Perspective = 'guest'): Finding[] {
  return compare(read(before, 'old.wit'), read(after, 'new.wit'), { perspective }).findings;
}

function verdict(before: string, after: string, perspective: Perspective) {
  return compare(read(before), read(after), { perspective }).verdict;
}

function report(before: string, after: string, perspective: Perspective): string {
  const { verdict, findings: found } = compare(read(before, 'before.wit'), read(after, 'after.wit'), {
    perspective,
  });
  const place = (at: Finding['old']) => (at ? `${at.line}:${at.column}` : '-');
  const lines = found.map(
    (one) =>
      `  ${one.severity} ${one.rule} ${one.item} ${place(one.old)} ${place(one.new)}\n    ${one.message}`,
  );
  return [`${perspective}: ${verdict}`, ...lines].join('\n');
}
