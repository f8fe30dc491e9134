import { expect, it, describe as suite } from 'vitest';
import {
  compare,
  describe,
  explain,
  packageShape,
  parse,
  releaseIndex,
  resolve,
  withMain,
} from '../../src/wit/index.ts';

const release = (version: string, body: string) => `package demo:shop@${version};\n${body}`;

const TEXTS = [
  release(
    '0.2.0',
    'interface till { resource drawer { open: func(); } pay: func(sum: u32); count: func() -> u32; }',
  ),
  release(
    '0.2.1',
    'interface till { resource drawer { open: func(); } pay: func(sum: u32); count: func() -> u32; @since(version = 0.2.1) refund: func(sum: u32); }',
  ),
  release(
    '0.3.0',
    'interface till { resource drawer { open: func(); } pay: func(sum: u64); count: func() -> u32; refund: func(sum: u32); }\ninterface shelf { take: func(); }',
  ),
];

const resolved = resolve(
  TEXTS.map((text, at) => [parse({ path: `${at}.wit`, text }).value]),
  { allFeatures: true },
).value;
const index = releaseIndex(describe(resolved), (older, newer) =>
  compare(withMain(resolved, older.package), withMain(resolved, newer.package)),
);
const one = (name: string, items: string[] = []) =>
  explain({ kind: 'component', imports: [{ name, items }], exports: [] }, index).imports[0];

suite('an import beside the known releases', () => {
  it('links with its own release and with later ones of the track', () => {
    expect(one('demo:shop/till@0.2.0', ['pay', '[method]drawer.open'])).toMatchObject({
      package: 'demo:shop',
      interface: 'till',
      version: '0.2.0',
      standing: 'released',
      missing: [],
      providedBy: ['0.2.0', '0.2.1'],
    });
  });

  it('is told what the next track breaks of what it uses, and nothing else', () => {
    const { later } = one('demo:shop/till@0.2.0', ['pay']) ?? {};
    expect(
      later?.map(({ version, present, breaks }) => [version, present, breaks.map(({ item }) => item)]),
    ).toEqual([['0.3.0', true, ['pay']]]);
    expect(one('demo:shop/till@0.2.0', ['count'])?.later[0]?.breaks).toEqual([]);
  });

  it('says which items the named release does not have', () => {
    expect(one('demo:shop/till@0.2.0', ['refund'])).toMatchObject({
      missing: ['refund'],
      providedBy: ['0.2.1'],
    });
  });

  it.each([
    ['demo:shop/till@0.2.7', 'other-version', 'demo:shop/till@0.3.0'],
    ['demo:shop/til@0.2.0', 'unknown-interface', 'demo:shop/till'],
    ['demo:shp/till@0.2.0', 'unknown-package', 'demo:shop/till'],
    ['demo:shop/till', 'unversioned', null],
    ['wasi_snapshot_preview1', 'no-interface', null],
    ['constructor:shop/till@0.2.0', 'unknown-package', null],
  ])('%s is of standing %s', (name, standing, nearest) => {
    expect(one(name)).toMatchObject({ standing, nearest });
  });
});

it('gives what the worlds of a package import and export, without binaries', () => {
  const text =
    'package my:app;\nworld run { import demo:shop/till@0.2.1; import note: func(); export demo:shop/shelf@0.3.0; }';
  const groups = [text, ...TEXTS].map((each, at) => [parse({ path: `${at}.wit`, text: each }).value]);
  const all = resolve(groups, { allFeatures: true }).value;
  const app = describe(withMain(all, 'my:app')).find((pkg) => pkg.name === 'my:app');
  expect(app && packageShape(app)).toEqual({
    kind: 'package',
    imports: [
      { name: 'demo:shop/till@0.2.1', items: [] },
      { name: 'note', items: [] },
    ],
    exports: [{ name: 'demo:shop/shelf@0.3.0', items: [] }],
  });
});
