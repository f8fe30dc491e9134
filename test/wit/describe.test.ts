import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WitLoader } from '../../src/load/index.ts';
import {
  type AnyItem,
  allItems,
  check,
  describe as describePackages,
  type Func,
  findItem,
  highlight,
  type Interface,
  type Package,
  type Part,
  parseAddress,
  type Type,
  tokens,
  type World,
  withMain,
} from '../../src/wit/index.ts';
import { CORPUS, FIXTURES, hasCorpus } from './fixtures.ts';

const { groups } = new WitLoader().load(join(FIXTURES, 'describe/shop.wit'));
const { value: resolved, problems } = check(groups, { allFeatures: true });
const packages = describePackages(resolved);

function find<Item extends AnyItem>(address: string): Item {
  const item = findItem(packages, address);
  if (!item) throw new Error(`${address} is not there`);
  return item as Item;
}

/** Parts as text, names with a link as `[name](address)`. */
function linked(parts: readonly Part[] | undefined): string {
  return (parts ?? []).map(({ text, link }) => (link ? `[${text}](${link.address})` : text)).join('');
}

describe('describe', () => {
  it('has no problems to tell', () => expect(problems).toEqual([]));

  it('tells the same when another package is the main one', () => {
    for (const { package: id } of packages) {
      const other = withMain(resolved, id);
      expect(other.packages[other.main]?.id).toBe(id);
      expect(describePackages(other)).toEqual(packages);
    }
    expect(withMain(resolved, 'no:package').main).toBe(-1);
  });

  it('lists the packages with what they use, dependencies first', () => {
    expect(packages.map(({ package: id, uses, docs }) => ({ id, uses, docs }))).toEqual([
      { id: 'demo:money@0.1.0', uses: [], docs: undefined },
      { id: 'demo:shop@1.1.0', uses: ['demo:money@0.1.0'], docs: 'A shop, for tests.' },
    ]);
  });

  it('documentation is what stands in doc comments', () => {
    expect(find<Interface>('demo:shop/goods').docs).toBe('What is sold.');
    expect(find<Type>('demo:shop/goods.item').docs).toBe('Something on a shelf.\n\n    kept as it is');
    expect(find<Type>('demo:shop/goods.shelf').docs).toBe('Goods kept together.\nIn two lines.');
    expect(find('demo:shop/goods.item.name').docs).toBe('What it is called.');
    expect(find('demo:shop/goods.item.price').docs).toBeUndefined();
  });

  it('gates are data', () => {
    expect(find('demo:shop/goods').gate).toEqual({ since: '1.0.0' });
    expect(find('demo:shop/goods.shelf.all').gate).toEqual({ since: '1.1.0', deprecated: '1.1.0' });
    expect(find('demo:shop/goods.order').gate).toEqual({ unstable: 'sorting' });
  });

  it('signatures are one line, and their types lead past every use to where they are defined', () => {
    const signatures = ['price', 'shelf.constructor', 'shelf.all', 'shelf.sorted', 'basket', 'item', 'shelf'];
    expect(signatures.map((name) => linked(find<Func | Type>(`demo:shop/goods.${name}`).signature))).toEqual([
      'price: func(of: borrow<[shelf](demo:shop/goods.shelf)>, %in: [coin](demo:money/types.currency)) -> result<[amount](demo:money/types.amount), string>',
      'constructor(items: list<[item](demo:shop/goods.item)>)',
      'all: func() -> list<[item](demo:shop/goods.item)>',
      'sorted: static async func(by: [order](demo:shop/goods.order)) -> [shelf](demo:shop/goods.shelf)',
      'type basket = list<[item](demo:shop/goods.item)>',
      'record item',
      'resource shelf',
    ]);
    const price = find<Func>('demo:shop/goods.price');
    expect(price.params.map(({ name, type }) => [name, linked(type)])).toEqual([
      ['of', 'borrow<[shelf](demo:shop/goods.shelf)>'],
      ['in', '[coin](demo:money/types.currency)'],
    ]);
    expect(linked(price.result)).toBe('result<[amount](demo:money/types.amount), string>');
  });

  it('tells for every type where it is used', () => {
    const usersOf = (address: string) => find<Type>(address).usedBy.map((user) => user.address);
    expect(usersOf('demo:money/types.amount')).toEqual(['demo:shop/goods.item', 'demo:shop/goods.price']);
    expect(usersOf('demo:shop/goods.item')).toEqual([
      'demo:shop/goods.shelf.constructor',
      'demo:shop/goods.shelf.all',
      'demo:shop/goods.basket',
      'demo:shop/seller.offer',
    ]);
    expect(usersOf('demo:shop/goods.shelf')).toEqual([
      'demo:shop/goods.shelf.sorted',
      'demo:shop/goods.price',
      'demo:shop/seller.stock.current',
    ]);
    expect(find<Interface>('demo:money/types').usedBy.map((user) => user.address)).toEqual([
      'demo:shop/goods',
    ]);
  });

  it('tells for every interface which worlds have it, and how', () => {
    const { importedBy, exportedBy } = find<Interface>('demo:shop/goods');
    expect(importedBy.map(({ address, how, label }) => [address, how, label])).toEqual([
      ['demo:shop/base', 'direct', undefined],
      ['demo:shop/seller', 'include', undefined],
      ['demo:shop/seller', 'direct', 'backup'],
    ]);
    expect(exportedBy.map(({ address, how }) => [address, how])).toEqual([['demo:shop/seller', 'direct']]);
    expect(find<Interface>('demo:money/types').importedBy.map(({ address, how }) => [address, how])).toEqual([
      ['demo:shop/base', 'dependency'],
      ['demo:shop/seller', 'include'],
    ]);
  });

  it('lists what a world has, elaborated', () => {
    const world = find<World>('demo:shop/seller');
    const rows = (entries: World['imports']) =>
      entries.map(({ kind, name, how, address }) => [kind, name, how, address]);
    expect(rows(world.imports)).toEqual([
      ['interface', 'types', 'include', 'demo:money/types'],
      ['interface', 'goods', 'include', 'demo:shop/goods'],
      ['interface', 'stock', 'direct', 'demo:shop/seller.stock'],
      ['interface', 'backup', 'direct', 'demo:shop/goods'],
      ['type', 'item', 'direct', 'demo:shop/goods.item'],
      ['type', 'offer', 'direct', 'demo:shop/seller.offer'],
      ['function', 'open', 'direct', 'demo:shop/seller.open'],
      ['function', 'note', 'include', 'demo:shop/base.log'],
    ]);
    expect(rows(world.exports)).toEqual([
      ['function', 'open', 'direct', 'demo:shop/seller.export.open'],
      ['interface', 'goods', 'direct', 'demo:shop/goods'],
    ]);
    expect(world.includes.map(({ address }) => address)).toEqual(['demo:shop/base']);
    expect(find<World>('demo:shop/base').includedBy.map(({ address }) => address)).toEqual([
      'demo:shop/seller',
    ]);
    expect(world.imports[2]?.inline?.functions.map(({ address }) => address)).toEqual([
      'demo:shop/seller.stock.current',
    ]);
  });

  it('without its feature an unstable item is left out', () => {
    const stable = describePackages(check(groups).value);
    expect(findItem(stable, 'demo:shop/goods.order')).toBeUndefined();
    expect(findItem(stable, 'demo:shop/goods.shelf.sorted')).toBeUndefined();
    expect(findItem(stable, 'demo:shop/goods.shelf.all')).toBeDefined();
  });
});

describe('addresses', () => {
  it('lead to an item and back, each item by its own', () => {
    expectOwnAddresses(packages);
  });

  it.runIf(hasCorpus)('do so for a package of WASI (needs ../shared/corpus)', () => {
    const folder = join(CORPUS, 'wit');
    const loaded = new WitLoader().load(join(folder, 'wasi_http@0.2.8'), [folder]);
    expectOwnAddresses(describePackages(check(loaded.groups, { allFeatures: true }).value));
  });

  it('may name a version', () => {
    expect(parseAddress('wasi:http@0.2.3/types.fields.get')).toEqual({
      package: 'wasi:http',
      version: '0.2.3',
      item: 'types',
      path: ['fields', 'get'],
    });
    expect(parseAddress('wasi:http/types@0.2.0-rc-2023-11-10')).toMatchObject({
      version: '0.2.0-rc-2023-11-10',
    });
    expect(parseAddress('wasi:http/')).toBeUndefined();
    expect(findItem(packages, 'demo:shop@1.0.0/goods')).toBeUndefined();
    expect(findItem(packages, 'demo:shop@1.1.0/goods')).toBe(find('demo:shop/goods'));
  });
});

function expectOwnAddresses(all: Package[]): void {
  const items = all.flatMap((pkg) => [...allItems(pkg)]);
  expect(new Set(items.map((item) => item.address)).size).toBe(items.length);
  for (const item of items) expect(findItem(all, item.address)).toBe(item);
}

describe('highlight', () => {
  const [file] = groups[0] ?? [];
  const parts = file ? highlight(file.value, resolved) : [];

  it('gives the whole file, cut into parts', () => {
    expect(parts.map((part) => part.text).join('')).toBe(file?.value.source.text);
  });

  it('knows what each name is, and where it leads', () => {
    const named = parts.filter(({ link, kind }) => link || kind === 'attribute' || kind === 'doc');
    expect(new Set(named.map(({ kind }) => kind))).toEqual(
      new Set(['doc', 'attribute', 'interface', 'world', 'type']),
    );
    const leads = (text: string) => parts.find((part) => part.text === text && part.link)?.link?.address;
    expect(leads('types')).toBe('demo:money/types');
    expect(leads('coin')).toBe('demo:money/types.currency');
    expect(leads('base')).toBe('demo:shop/base');
  });

  it('colours text that is no valid WIT, too', () => {
    expect(tokens('record { x: u32 // c\n').map(({ text, kind }) => [text, kind])).toEqual([
      ['record', 'keyword'],
      [' ', 'space'],
      ['{', 'punctuation'],
      [' ', 'space'],
      ['x', 'name'],
      [':', 'punctuation'],
      [' ', 'space'],
      ['u32', 'primitive'],
      [' ', 'space'],
      ['// c', 'comment'],
      ['\n', 'space'],
    ]);
  });
});
