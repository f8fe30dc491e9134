import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { passages } from '../../src/site/scripts/passage.ts';
import { statusOf } from '../../src/site/scripts/search-status.ts';
import { kindOfPage } from '../../src/site/search/kinds.ts';
import { matchSignatures, parseSignature } from '../../src/site/search/match-signature.ts';
import type { NameEntry } from '../../src/site/search/name-index.ts';
import { rankNames, shardsFor, shardsOf } from '../../src/site/search/rank.ts';
import type { SignatureEntry } from '../../src/site/search/signatures.ts';
import { misspellings, vocabulary } from '../../src/site/search/spelling.ts';
import { textResults } from '../../src/site/search/text-results.ts';

describe('search by name', () => {
  const entries = [
    'wasi:io',
    'wasi:io/streams',
    'wasi:io/streams.output-stream',
    'wasi:io/streams.output-stream.write',
    'wasi:io/streams.stream-error',
    'wasi:http/types.outgoing-body.write',
    'wasi:http/types.DNS-timeout',
  ].map(
    (address, at): NameEntry => [
      at === 0 ? 'package' : at === 1 ? 'interface' : at < 3 ? 'resource' : 'method',
      address,
      '/',
      '',
    ],
  );
  const found = (query: string) =>
    rankNames(entries, query).map(({ entry: [, address], fit }) => `${fit} ${address}`);

  it.each([
    [
      'write',
      ['exact wasi:io/streams.output-stream.write', 'exact wasi:http/types.outgoing-body.write'].sort(),
    ],
    ['Output Stream', ['exact wasi:io/streams.output-stream']],
    ['outputStream', ['exact wasi:io/streams.output-stream']],
    ['output_stream', ['exact wasi:io/streams.output-stream']],
    ['OUTPUT-STREAM', ['exact wasi:io/streams.output-stream']],
    ['outputstream', ['prefix wasi:io/streams.output-stream']],
    ['outputstr', ['word wasi:io/streams.output-stream']],
    ['DNSTimeout', ['exact wasi:http/types.DNS-timeout']],
    ['wasi:io@0.2.3/streams', ['exact wasi:io/streams']],
    ['io', ['exact wasi:io']],
    ['wasi-io', ['words wasi:io']],
    ['streams write', ['named wasi:io/streams.output-stream.write']],
    ['streams wri', ['words wasi:io/streams.output-stream.write']],
    ['write streams', ['named wasi:io/streams.output-stream.write']],
    [
      'stream',
      ['prefix wasi:io/streams', 'prefix wasi:io/streams.stream-error', 'word wasi:io/streams.output-stream'],
    ],
    ['wasi:io/streams@0.2.3#[method]output-stream.write', ['exact wasi:io/streams.output-stream.write']],
    ['[method]output-stream.write', ['exact wasi:io/streams.output-stream.write']],
    ['output-stream#write', ['exact wasi:io/streams.output-stream.write']],
    ['`wasi:io/streams@0.2.3`', ['exact wasi:io/streams']],
    ['resource output-stream', ['exact wasi:io/streams.output-stream']],
    ['type outputStream', ['exact wasi:io/streams.output-stream']],
    [
      'function write',
      ['exact wasi:io/streams.output-stream.write', 'exact wasi:http/types.outgoing-body.write'].sort(),
    ],
    ['world write', []],
    ['output-stream.wri', ['prefix wasi:io/streams.output-stream.write']],
    ['put', []],
    ['', []],
  ])('%j finds the right ones in order', (query, expected) => {
    const result = found(query);
    expect(query.endsWith('write') ? result.sort() : result).toEqual(expected);
  });

  it.each(entries.map(([, address]) => address))('looks for %s where it is kept', (address) => {
    const name = address.replace(/^.*[/.:]/, '');
    for (const query of [name, address, name.slice(0, 2), name.split('-').at(-1) ?? ''])
      expect(shardsOf(address)).toContain(shardsFor(query).first[0]);
  });

  it.each([
    ['cache get', { first: ['c', 'g'], further: [] }],
    ['wasi-http', { first: ['w'], further: ['h'] }],
    ['what somebody said of it', { first: [], further: [] }],
  ])('looks for %j in few files', (query, expected) => expect(shardsFor(query)).toEqual(expected));
});

describe('search by signature', () => {
  const entries: SignatureEntry[] = [
    ['k.set', '/', '', ['key', 'borrow<outgoing-value>', 'option<u32>'], 'future-result'],
    ['k.write', '/', '', ['borrow<outgoing-value>', 'list<u8>'], 'result<_, error>'],
    ['k.get', '/', '', ['key|string'], 'option<result<list<u8>, error>>'],
    ['k.wait', '/', '', ['list<duration>|list<u64>'], 'u64'],
  ];
  const found = (query: string) => {
    const parsed = parseSignature(query);
    return parsed && matchSignatures(entries, parsed).map(([address]) => address);
  };

  it.each([
    ['borrow<outgoing-value> -> result', ['k.write']],
    ['outgoing-value ->', ['k.write', 'k.set']],
    ['-> result', ['k.write', 'k.get']],
    ['(key: key) -> _', ['k.get', 'k.set']],
    ['func(k: key, v: borrow<outgoing-value>) -> future-result', ['k.set']],
    ['key, key -> _', []],
    ['string -> option', ['k.get']],
    ['list<u64> -> _', ['k.wait']],
    ['bool -> _', []],
    ['list<u8>', ['k.write', 'k.get']],
    ['own<future-result>', ['k.set']],
    ['-> own<future-result>', ['k.set']],
  ])('%s', (query, expected) => expect(found(query)).toEqual(expected));

  it('knows what the names in a signature stand for', () => {
    const file = join(inject('siteDir'), 'search/signatures.json');
    const [, , , params, result] =
      (JSON.parse(readFileSync(file, 'utf8')) as SignatureEntry[]).find(
        ([address]) => address === 'wasi:http/types.fields.get',
      ) ?? [];
    expect(params).toEqual(['borrow<fields>', 'field-name|string']);
    expect(result).toBe('list<field-value>|list<list<u8>>');
  });

  it.each(['get or set', 'software (e.g. this)'])('leaves %s alone', (query) => {
    expect(parseSignature(query)).toBeUndefined();
  });
});

describe('spelling', () => {
  const words = vocabulary([
    'The component model and WebAssembly components.',
    'A component is cached; get-or-set, outgoingValue.',
  ]);
  const wrong = (query: string) => misspellings(query, (letter) => words.get(letter) ?? []);

  it.each([
    ['component', []],
    ['Compon', []],
    ['components caching', []],
    ['webassembly WebAssembly', []],
    ['get teh 0.2.10', []],
    [
      'compnent modle',
      [
        { word: 'compnent', meant: 'component' },
        { word: 'modle', meant: 'model' },
      ],
    ],
    ['zookeeper', [{ word: 'zookeeper', meant: undefined }]],
  ])('of %j', (query, expected) => expect(wrong(query)).toEqual(expected));

  it('knows the commonest words first', () => {
    expect(words.get('c')?.[0]).toBe('component');
  });
});

describe('search in texts', () => {
  const page = (id: string) => ({ id, data: async () => id });

  it('puts pages with the very words first, each page once, and asks for one kind', async () => {
    const asked: unknown[] = [];
    const engine = {
      search: async (query: string, options: unknown) => {
        asked.push([query, options]);
        return { results: query.startsWith('"') ? [page('b')] : [page('a'), page('b')] };
      },
    };
    const { results, exact } = await textResults(engine, '<two `words` –', 'minutes');
    expect(results.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(exact).toBe(1);
    const options = { filters: { kind: 'minutes' } };
    expect(asked).toEqual([
      ['two words', options],
      ['"two words"', options],
    ]);
  });

  it('calls pages what they are', () => {
    expect(kindOfPage('meetings/2024-01-25/')).toEqual({ label: 'Minutes', kind: 'minutes' });
    expect(kindOfPage('')).toEqual({ label: 'Page', kind: 'page' });
  });
});

describe('passages', () => {
  const content =
    '25 January 2024. Votes. Ann Lee. We count the votes and then we count them again. Bo. I agree with votes.';
  const anchors = [
    { id: '_top', text: '25 January 2024', location: 0 },
    { id: 'decisions', text: 'Votes', location: 3 },
    { id: 'turn-1', text: '', location: 4 },
    { id: 'turn-2', text: '', location: 16 },
  ];
  const shown = (locations: number[]) =>
    passages({ url: '/', meta: {}, content, anchors, locations }, 3).map(
      ({ anchor, label, cut, words }) =>
        `${anchor} [${label}] ${cut ? '… ' : ''}${words.map(({ text, hit }) => (hit ? `<${text}>` : text)).join(' ')}`,
    );

  it('stay in their turn and say who speaks', () => {
    expect(shown([20])).toEqual(['turn-2 [Bo] I agree with <votes.>']);
    expect(shown([15])).toEqual(['turn-1 [Ann Lee] … votes and then we count them <again.>']);
  });

  it('begin with the place where hits stand closest', () => {
    expect(shown([7, 9, 20])).toEqual([
      'turn-1 [Ann Lee] We <count> the <votes> and then we count them again.',
      'turn-2 [Bo] I agree with <votes.>',
    ]);
  });

  it('begin with the turn where a phrase was said, not with its heading', () => {
    expect(shown([3, 9])[0]).toBe('turn-1 [Ann Lee] We count the <votes> and then we count them again.');
  });

  it('know every place of a phrase of which one was told', () => {
    const text = 'Votes. We agree. Bo. “We agree”, he said.';
    const places = [
      { id: 'decisions', text: 'Votes', location: 0 },
      { id: 'turn-1', text: '', location: 3 },
      { id: 'decision-1', text: '', location: 3 },
    ];
    const page = { url: '/', meta: {}, content: text, anchors: places, locations: [1, 2] };
    expect(passages(page, 3).map(({ anchor }) => anchor)).toEqual(['turn-1', 'decisions']);
  });

  it('show the name where the name was hit, and the page as a whole before its first anchor', () => {
    expect(shown([4])).toEqual(['turn-1 [] <Ann> Lee. We count the votes and then we count them again.']);
    expect(shown([1])).toEqual(['null [] 25 <January> 2024.']);
  });
});

describe('what the search says', () => {
  const page = { id: 'a', data: async () => null };
  const name = { kind: 'func', address: 'a', url: '/', text: '' } as never;
  const none = { names: [], results: [], exact: 0 };

  it.each([
    ['Nothing found for x.', none],
    ['Nothing found for x.', { ...none, readAs: 'y' }],
    ['1 page for x.', { ...none, results: [page] }],
    ['2 names and 1 page for x, read as y.', { ...none, names: [name, name], results: [page], readAs: 'y' }],
  ])('%s', (expected, answer) => expect(statusOf('x', answer)).toBe(expected));

  it('tells a signature that nothing has from one that was not understood', () => {
    expect(statusOf('x -> y', { ...none, results: [page] })).toBe('No function, but 1 page for x -> y.');
  });
});
