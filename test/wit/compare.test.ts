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

  it('takes another interface under the same label for another type, whoever looks', () => {
    const wit = (side: string, target: string) =>
      `package a:b; interface i { f: func(); } interface j { f: func(); } world w { ${side} a: ${target} }`;
    for (const side of ['import', 'export']) {
      for (const [before, after] of [
        ['i;', 'j;'],
        ['i;', 'interface { f: func(); }'],
        ['interface { f: func(); }', 'i;'],
      ] as const) {
        const verdicts = PERSPECTIVES.map((one) => verdict(wit(side, before), wit(side, after), one));
        expect([side, before, after, verdicts]).toEqual([side, before, after, Array(3).fill('breaking')]);
      }
      expect(findings(wit(side, 'i;'), wit(side, 'i;'))).toEqual([]);
    }
  });

  it('judges a function by the label under which alone an interface is exported', () => {
    const wit = (body: string) => `package a:b; interface i { f: func(); ${body} } world w { export a: i; }`;
    expect(verdict(wit(''), wit('g: func();'), 'guest')).toBe('breaking');
    expect(verdict(wit(''), wit('g: func();'), 'host')).toBe('compatible');
  });

  it.each(['import', 'export'])(
    'gives a new interface that is %sed the verdict of one that was there',
    (side) => {
      const wit = (j: string, use: string) =>
        `package a:b@0.2.0; interface i { f: func(); } ${j} world w { import i; ${use} }`;
      const there = 'interface j { f: func(); }';
      for (const one of PERSPECTIVES) {
        const added = findings(wit('', ''), wit(there, `${side} j;`), one);
        expect(added.map(({ message }) => message).join()).not.toContain('no world');
        expect(verdict(wit('', ''), wit(there, `${side} j;`), one)).toBe(
          verdict(wit(there, ''), wit(there, `${side} j;`), one),
        );
      }
      const inNewWorld = wit(there, '').replace('world w', `world v { ${side} j; } world w`);
      expect(verdict(wit('', ''), inNewWorld, 'host')).toBe('compatible');
    },
  );

  it('says that names no longer match on another track', () => {
    const wit = (version: string) =>
      `package a:b@${version}; interface i { f: func(); } world w { import i; }`;
    for (const one of PERSPECTIVES) {
      const [only, ...more] = findings(wit('1.0.0'), wit('2.0.0'), one);
      expect([only?.rule, only?.severity, more.length]).toEqual(['version-bump', 'breaking', 0]);
      expect(only?.message).toContain('`a:b/i@1.0.0` is not `a:b/i@2.0.0`');
      expect(verdict(wit('1.0.0'), wit('1.0.1'), one)).toBe('compatible');
    }
  });

  it('puts what follows from a resource that moved beneath it', () => {
    const uses = (from: string) =>
      ['one', 'two', 'three']
        .map((name) => `interface ${name} { use ${from}.{r}; f: func(v: r); }`)
        .join(' ');
    const worlds = 'world w { import one; import two; export three; }';
    const before = `package a:b; interface x { resource r; } interface y {} ${uses('x')} ${worlds}`;
    const after = `package a:b; interface x {} interface y { resource r; } ${uses('y')} ${worlds}`;
    const comparison = compare(read(before), read(after));
    const moved = comparison.findings.find(({ rule }) => rule === 'type-removed');
    expect(moved).toMatchObject({ item: 'a:b/x.r', severity: 'breaking' });
    expect(moved?.consequences?.map(({ rule, item }) => `${rule} ${item}`).sort()).toEqual([
      'type-added a:b/y.r',
      'type-changed a:b/one.r',
      'type-changed a:b/three.r',
      'type-changed a:b/two.r',
    ]);
    expect(comparison.findings.map(({ rule }) => rule)).not.toContain('type-changed');
    expect(comparison.renamed).toEqual([{ from: 'a:b/x.r', to: 'a:b/y.r', why: 'the same name in `y`' }]);
  });

  it('tells the loss of an import once, however many worlds include it', () => {
    const wit = (items: string) =>
      `package a:b; interface i { f: func(); } world u { ${items} } world v { include u; } world w { include v; }`;
    const [only, ...more] = findings(wit('import i;'), wit(''));
    expect([only?.item, more]).toEqual(['a:b/u.a:b/i', []]);
    expect(only?.consequences?.map(({ item }) => item)).toEqual(['a:b/v.a:b/i', 'a:b/w.a:b/i']);
  });

  it('keeps resources apart by who declares them', () => {
    const wit = (from: string) =>
      `package a:b; interface x { resource r; } interface y { resource r; } interface i { use ${from}.{r}; f: func(v: r); } world w { import i; }`;
    expect(findings(wit('x'), wit('y')).map((one) => one.rule)).toContain('type-changed');
  });
});

describe('the sentence about a comparison', () => {
  const http = (version: string, io: string, body = '', docs = 'Words.') => `package a:http@${version};
    interface types { use a:io/poll@${io}.{r}; f: func(v: borrow<r>) -> r; ${body} }
    /// ${docs}
    world w { import types; import a:io/poll@${io}; }
    package a:io@${io} { interface poll { resource r { m: func(); } } }`;
  const said = (before: string, after: string) => {
    const { summary, versionOnly, docsChanged } = compare(read(before), read(after));
    return { summary, versionOnly, docsChanged };
  };

  it('says that only the version differs, here and in what is imported', () => {
    expect(said(http('0.3.0-rc', '0.3.0-rc'), http('0.3.0', '0.3.0'))).toEqual({
      summary: 'Only the version differs: 0.3.0-rc became 0.3.0',
      versionOnly: true,
      docsChanged: false,
    });
    const { findings: found, verdict: judged } = compare(
      read(http('0.3.0-rc', '0.3.0-rc')),
      read(http('0.3.0', '0.3.0')),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['version-bump']);
    expect(judged).toBe('breaking');
  });

  it('is not silent about what is imported in another form', () => {
    const after = http('0.3.0', '0.3.0').replace('m: func()', 'm: async func()');
    expect(said(http('0.3.0-rc', '0.3.0-rc'), after)).toMatchObject({ versionOnly: false });
  });

  it.each([
    [
      'documentation',
      http('1.0.1', '0.2.0', '', 'More words.'),
      true,
      true,
      'Only the version differs: 1.0.0 became 1.0.1, and the documentation of `a:http/w`',
    ],
    ['a version in the documentation', http('1.0.1', '0.2.0', '', 'Words of 1.0.1.'), true, false, undefined],
    ['a function', http('1.0.1', '0.2.0', 'g: func();'), false, false, '`a:http/types.g` added'],
    ['nothing', http('1.0.0', '0.2.0'), false, false, 'Nothing differs'],
  ])('tells of %s', (name, after, versionOnly, docsChanged, summary) => {
    const before = name.startsWith('a version')
      ? http('1.0.0', '0.2.0', '', 'Words of 1.0.0.')
      : http('1.0.0', '0.2.0');
    expect(said(before, after)).toMatchObject({ versionOnly, docsChanged, ...(summary && { summary }) });
  });

  it('tells of a gate that became stable, and not of versions in gates', () => {
    const wit = (version: string, gate: string) =>
      `package a:b@${version}; @since(version = ${version}) interface i { @since(version = ${version}) f: func(); ${gate} g: func(); }`;
    expect(said(wit('0.3.0-rc', '@unstable(feature = x)'), wit('0.3.0', '@since(version = 0.3.0)'))).toEqual({
      summary: '`a:b/i.g` became stable',
      versionOnly: false,
      docsChanged: false,
    });
    const same = '@unstable(feature = x)';
    expect(said(wit('0.3.0-rc', same), wit('0.3.0', same)).versionOnly).toBe(true);
  });
});

describe('renames and moves', () => {
  const renamed = (before: string, after: string) =>
    compare(read(`package a:b; ${before}`), read(`package a:b; ${after}`)).renamed.map(
      ({ from, to }) => `${from.replace('a:b/', '')} -> ${to.replace('a:b/', '')}`,
    );

  it.each([
    [
      'an interface with another name',
      'interface incoming-door { knock: func(times: u8) -> bool; }',
      'interface door { knock: func(times: u8) -> bool; }',
      ['incoming-door -> door'],
    ],
    [
      'a type in another interface',
      'interface net { enum code { lost, late, odd } } interface i { f: func(); }',
      'interface all { enum code { lost, late, odd } } interface i { f: func(); }',
      ['net -> all', 'net.code -> all.code'],
    ],
    [
      'functions that say how something is got at',
      'interface i { size: func() -> u64; }',
      'interface i { get-size: func() -> u64; }',
      ['i.size -> i.get-size'],
    ],
    [
      'two functions that became one',
      'interface i { resource s { start-go: func(to: string); finish-go: func() -> bool; } }',
      'interface i { resource s { go: async func(to: string) -> bool; } }',
      ['i.s.start-go -> i.s.go', 'i.s.finish-go -> i.s.go'],
    ],
    [
      'a function that became a static one of its resource',
      'interface i { resource s; create-s: func(kind: u8) -> s; }',
      'interface i { resource s { create: static func(kind: u8) -> s; } }',
      ['i.create-s -> i.s.create'],
    ],
    [
      'something to wait on, gone because functions are async',
      'interface i { resource ready { block: func(); } wait-a: func(when: u64) -> ready; }',
      'interface i { sleep: async func(when: u64); }',
      ['i.ready -> async func', 'i.wait-a -> i.sleep'],
    ],
    [
      'a resource whose items come as a stream',
      'interface i { record e { n: u8 } resource es { next: func() -> option<e>; } all: func() -> result<es>; }',
      'interface i { record e { n: u8 } all: func() -> tuple<stream<e>, future<result>>; }',
      ['i.es -> stream<e>'],
    ],
  ])('finds %s', (_, before, after, expected) => {
    expect(renamed(before, after)).toEqual(expected);
  });

  it.each([
    [
      'functions with nothing in common',
      'interface i { a: func(x: u8); b: func(); }',
      'interface i { c: func(y: string) -> bool; b: func(); }',
    ],
    [
      'types with nothing in common',
      'interface i { record a { x: u8, y: u8 } }',
      'interface i { record b { p: u8, q: u8 } }',
    ],
    [
      'interfaces with nothing in common',
      'interface a { f: func(x: u8); g: func(); }',
      'interface b { h: func() -> string; }',
    ],
  ])('does not take %s for one another', (_, before, after) => {
    expect(renamed(before, after)).toEqual([]);
  });

  it('does not take longer than its input is long', { timeout: 20_000 }, () => {
    const wit = (prefix: string) =>
      `interface i { ${Array.from({ length: 4_000 }, (_, index) => `${prefix}x${index}: func(v: u8);`).join(' ')} }`;
    const start = process.cpuUsage();
    expect(renamed(wit(''), wit('get-'))).toHaveLength(4_000);
    expect(process.cpuUsage(start).user).toBeLessThan(6_000_000);
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
