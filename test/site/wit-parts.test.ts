import { describe, expect, it } from 'vitest';
import { docsHtml, docsLine } from '../../src/site/render/docs.ts';
import { documentation } from '../../src/site/wit/documentation.ts';
import { findName } from '../../src/site/wit/find-name.ts';
import { outcome } from '../../src/site/wit/outcome.ts';
import { outline } from '../../src/site/wit/outline.ts';
import { latest, latestItems } from '../../src/site/wit/releases.ts';
import { sideBySide } from '../../src/site/wit/side-by-side.ts';
import { through } from '../../src/site/wit/through.ts';
import {
  allItems,
  compare,
  describe as describePackages,
  type Package,
  parse,
  resolve,
  tokens,
} from '../../src/wit/index.ts';

function load(text: string) {
  const { value: resolved } = resolve([[parse({ path: 'a.wit', text }).value]], { allFeatures: true });
  const [pkg] = describePackages(resolved);
  return { resolved, pkg: pkg as Package };
}

describe('outcome', () => {
  const words = (text: string) => {
    const { returns, fails } = outcome(tokens(text));
    return [returns, fails].map((parts) => parts?.map((part) => part.text).join(''));
  };

  it.each([
    ['u8', ['u8', undefined]],
    ['result', [undefined, '']],
    ['result<u8>', ['u8', '']],
    ['result<_, error>', [undefined, 'error']],
    ['result<tuple<a, b>, list<c>>', ['tuple<a, b>', 'list<c>']],
    ['option<result<a, b>>', ['option<result<a, b>>', undefined]],
  ])('takes %s apart', (text, expected) => expect(words(text)).toEqual(expected));

  it('is empty for a function that gives nothing', () => expect(outcome(undefined)).toEqual({}));
});

describe('a name in documentation', () => {
  const text = `package acme:outer@0.1.0;
    interface top { use acme:inner/deep@0.3.0.{pearl as gem}; dive: func() -> gem; }
    package acme:inner@0.3.0 { interface deep { record pearl { size: u8 } } }`;
  const { value: resolved } = resolve([[parse({ path: 'a.wit', text }).value]], { allFeatures: true });
  const packages = describePackages(resolved);
  const top = packages.find(({ name }) => name === 'acme:outer')?.interfaces[0];
  const lookUp = top ? findName({ packages }, top, (path) => path) : () => 'no interface';

  it.each([
    ['dive', '/wit/acme/outer/0.1.0/top/#function.dive'],
    ['gem', '/wit/acme/inner/0.3.0/deep/#record.pearl'],
    ['gem.size', '/wit/acme/inner/0.3.0/deep/#field.pearl.size'],
    ['acme:inner/deep', '/wit/acme/inner/0.3.0/deep/'],
    ['acme:inner/deep.pearl', '/wit/acme/inner/0.3.0/deep/#record.pearl'],
    ['acme:inner/deep/pearl', '/wit/acme/inner/0.3.0/deep/#record.pearl'],
    ['gem::size', '/wit/acme/inner/0.3.0/deep/#field.pearl.size'],
    ['acme:inner', '/wit/acme/inner/0.3.0/'],
    ['acme:outer/top', undefined],
    ['acme:other/deep', undefined],
    ['pearl', undefined],
  ])('%s leads to %s', (name, url) => expect(lookUp(name)).toBe(url));
});

describe('documentation', () => {
  const find = (name: string) => (name === 'get' ? '/x/#get' : undefined);

  it.each([
    ['# A heading', '<p class="heading">A heading</p>'],
    ['![a cat](https://example.org/cat.png)', '<p>a cat</p>'],
    ['[there](#nowhere) [here](./x.md)', '<p>there here</p>'],
    ['[web](https://example.org)', '<p><a href="https://example.org">web</a></p>'],
    ['[bad](javascript:alert(1))', '<p>bad</p>'],
    ['<script>alert(1)</script>', ''],
    [
      '[`get`], [`got`] and [so](get)',
      '<p><a href="/x/#get"><code>get</code></a>, [<code>got</code>] and <a href="/x/#get">so</a></p>',
    ],
    ['calls `get` and `got`', '<p>calls <a href="/x/#get"><code>get</code></a> and <code>got</code></p>'],
  ])('of %s is safe and fits in', (text, expected) => expect(String(docsHtml(text, find))).toBe(expected));

  it('in one line is its first paragraph', () => {
    expect(String(docsLine('Looks\nfor `get`.\n\nMore.', find))).toBe(
      'Looks\nfor <a href="/x/#get"><code>get</code></a>.',
    );
  });
});

describe('an item without documentation', () => {
  const words = (...versions: string[]) => {
    const texts = versions.map((body, at) => [
      parse({ path: `${at}.wit`, text: `package a:b@1.${at}.0;\n${body}` }).value,
    ]);
    const { value: resolved } = resolve([[], ...texts], { allFeatures: true });
    const packages = describePackages(resolved);
    const item = packages.at(-1)?.interfaces[0]?.functions[0];
    return item && documentation({ packages, resolved }, item);
  };
  const f = (above: string) => `interface i {\n${above}\n  f: func();\n}`;

  it.each([
    ['  // Says what\n  //  it does.', 'Says what\n it does.'],
    ['  // Over a gate.\n  @since(version = 1.0.0)', 'Over a gate.'],
    ['  // Drawn\n  // -----', 'Drawn'],
  ])('has the plain comment %j above it', (above, text) => {
    expect(words(f(above))).toEqual({ text, isComment: true });
  });

  it.each(['', '  // About something else.\n', '  /* In a block. */', '  // ======'])(
    'has none of %j',
    (above) => expect(words(f(above))).toBeUndefined(),
  );

  it('has the documentation of another release before a comment of its own', () => {
    expect(words(f('  /// Documented.'), f('  // Remarked.'))).toEqual({
      text: 'Documented.',
      from: '1.0.0',
    });
    expect(words(f('  // Remarked.'), f('  /// Documented.'))).toEqual({ text: 'Documented.' });
  });
});

describe('releases', () => {
  const versions = ['0.3.0-rc-1', '0.2.1', '0.2.0'].map((version) =>
    load(`package a:b@${version}; interface ${version === '0.2.0' ? 'gone' : 'there'} {}`),
  );
  const packages = versions.map(({ pkg }) => pkg);

  it('have a latest that is final, if there is one', () => {
    expect(latest(packages)?.version).toBe('0.2.1');
    expect(latest(packages.slice(0, 1))?.version).toBe('0.3.0-rc-1');
    expect(latest([])).toBeUndefined();
  });

  it('keep a place for what the latest does not have', () => {
    const items = latestItems(packages);
    expect([...items].map(([name, { version }]) => [name, version])).toEqual([
      ['there', '0.2.1'],
      ['gone', '0.2.0'],
    ]);
  });
});

describe('what a world does not name itself', () => {
  const { pkg } = load(`package a:b;
    interface deep { type t = u8; }
    interface top { use deep.{t}; f: func() -> t; }
    interface other { use deep.{t}; f: func() -> t; }
    world base { import top; }
    world more { import other; }
    world w { include base; include more; }
    world own { import top; use other.{t}; }`);
  const items = new Map([...allItems(pkg)].map((item) => [item.address, item]));
  const reasons = (world: string, address: string) => {
    const found = pkg.worlds.find(({ name }) => name === world);
    const entry = found?.imports.find((one) => one.address === address);
    return (
      found &&
      entry &&
      through(found, 'imports', entry, (link) => items.get(link.address)).map((link) => link.address)
    );
  };

  it.each([
    ['base', 'a:b/top', []],
    ['base', 'a:b/deep', ['a:b/top']],
    ['w', 'a:b/top', ['a:b/base']],
    ['w', 'a:b/deep', ['a:b/base', 'a:b/more']],
    ['own', 'a:b/other', ['a:b/own']],
    ['own', 'a:b/deep', ['a:b/top', 'a:b/other']],
  ])('in %s %s came in through %j', (world, address, expected) =>
    expect(reasons(world, address)).toEqual(expected),
  );
});

describe('two versions side by side', () => {
  const before = load(
    'package a:b@1.0.0;\ninterface i { a: func(); record r { x: u8, y: u8 } b: func(); }\nworld w { import i; }',
  );
  const after = load(
    'package a:b@1.1.0;\n/// New words.\ninterface i {\n  b: func(c: u8);\n  record r { x: u8, z: u8 }\n  d: func();\n}\nworld w { import i; }',
  );
  const { findings } = compare(before.resolved, after.resolved);
  const { rows, general } = sideBySide(before.pkg, after.pkg, { guest: findings, host: findings });
  const row = (address: string) => rows.find((one) => (one.new ?? one.old)?.address === address);

  it('say of each item what became of it', () => {
    expect(row('a:b/i')?.change).toBe('same');
    expect(row('a:b/i.a')?.change).toBe('removed');
    expect(row('a:b/i.b')?.change).toBe('changed');
    expect(row('a:b/i.d')?.change).toBe('added');
    expect(row('a:b/i.r.x')?.change).toBe('same');
    expect(row('a:b/i.r.y')?.change).toBe('removed');
    expect(row('a:b/i.r.z')?.change).toBe('added');
  });

  it('lose no finding and put each beside its item, once for all perspectives', () => {
    const shown = [...rows.flatMap((one) => one.findings), ...general];
    expect(shown.length).toBe(findings.length);
    expect(shown.every(({ perspectives }) => perspectives.join() === 'guest,host')).toBe(true);
    expect(row('a:b/i.b')?.findings.map(({ finding }) => finding.rule)).toContain('parameters-changed');
    expect(row('a:b/i.a')?.findings.map(({ finding }) => finding.rule)).toContain('function-removed');
  });

  it('name what a world imports and exports once', () => {
    const { pkg } = load(
      'package a:b; interface i {} world w { import i; import f: func(); export g: func() -> u8; }',
    );
    const lines = outline(pkg).map(({ parts }) => parts.map((part) => part.text).join(''));
    expect(lines).toEqual([
      'world w',
      'import a:b/i',
      'import f: func()',
      'export g: func() -> u8',
      'interface i',
    ]);
  });

  it('call what a world includes as the world does', () => {
    const { pkg } = load(
      'package a:b; world base { import f: func(g: u8); } world w { include base with { f as h } }',
    );
    const lines = outline(pkg).map(({ address, parts }) => [address, parts.map(({ text }) => text).join('')]);
    expect(lines.at(-1)).toEqual(['a:b/w.h', 'import h: func(g: u8)']);
  });

  it('show an item that only moved where it is now', () => {
    const moved = sideBySide(
      load('package a:b; interface i { a: func(); b: func(); }').pkg,
      load('package a:b; interface i { b: func(); a: func(); }').pkg,
      {},
    );
    expect(moved.rows.map(({ change }) => change)).toEqual(['same', 'same', 'same']);
  });
});
