import { describe, expect, it } from 'vitest';
import { findMentions, type MentionNames, type NamedItem } from '../../src/meetings/index.ts';
import { meeting } from './note.ts';

const item = (address: string, kind: NamedItem['kind']): NamedItem => ({ address, kind });

const NAMES: MentionNames = {
  items: [
    item('wasi:keyvalue', 'package'),
    item('wasi:keyvalue/cache', 'interface'),
    item('wasi:keyvalue/cache.get', 'function'),
    item('wasi:keyvalue/cache.get-or-set', 'function'),
    item('wasi:keyvalue/cache.vacancy', 'resource'),
    item('wasi:keyvalue/cache.vacancy.vacancy-fill', 'function'),
    item('wasi:keyvalue/cache.vacancy-fill', 'function'),
    item('wasi:keyvalue/store', 'interface'),
    item('wasi:keyvalue/store.get', 'function'),
    item('wasi:io/streams', 'interface'),
    item('wasi:io/streams.input-stream', 'resource'),
    item('wasi:x/streams', 'interface'),
    item('wasi:x/streams.input-stream', 'resource'),
    item('wasi:cli/command', 'world'),
    item('wasi:cli/imports', 'world'),
    item('wasi:http/proxy', 'world'),
  ],
  proposals: new Map([
    ['keyvalue', 'keyvalue'],
    ['kv', 'keyvalue'],
    ['clocks-timezone', 'clocks-timezone'],
    ['clocks', 'clocks'],
  ]),
};

const found = (body: string, names = NAMES) =>
  findMentions(meeting(body), names).map(({ text, target }) => `${text} > ${target}`);

describe('mentions', () => {
  it.each([
    ['see wasi:keyvalue/cache.', 'wasi:keyvalue/cache > wasi:keyvalue/cache'],
    [
      'see `wasi:keyvalue/cache.get-or-set`',
      'wasi:keyvalue/cache.get-or-set > wasi:keyvalue/cache.get-or-set',
    ],
    ['see wasi:keyvalue/cache@0.1.0', 'wasi:keyvalue/cache@0.1.0 > wasi:keyvalue/cache'],
    ['so we designed get-or-set: look first', 'get-or-set > wasi:keyvalue/cache.get-or-set'],
    ['then vacancy-fill is called', 'vacancy-fill > wasi:keyvalue/cache.vacancy-fill'],
    ['we get the vacancy resource', 'the vacancy resource > wasi:keyvalue/cache.vacancy'],
    ['a wasi proxy world', 'wasi proxy world > wasi:http/proxy'],
    ['the cli command world', 'cli command world > wasi:cli/command'],
    ['the CLI world', 'the CLI world > wasi:cli/command'],
    ['file it at example/repo#12', 'example/repo#12 > example/repo#12'],
    ['https://github.com/example/repo/pull/12/files', 'github.com/example/repo/pull/12 > example/repo#12'],
    ['wasi-kv is ready', 'wasi-kv > proposal:keyvalue'],
    ['wasi-clocks-timezone is ready', 'wasi-clocks-timezone > proposal:clocks-timezone'],
  ])('%s', (said, expected) => {
    expect(found(`Ada: ${said}`)).toContain(expected);
  });

  it.each([
    'we get a value and set it in the cache',
    'clear the `get`',
    'the input-stream of some kind',
    'an array of streams with a store',
    'wasi-libc and wasi-sdk are tools',
    'see #12 and PR 12',
    'a well-known key-value store',
    'wasi:nothing/here',
    'https://example.org/wasi-kv/page',
    'the world of interfaces',
  ])('none in "%s"', (said) => {
    expect(found(`Ada: ${said}`)).toEqual([]);
  });

  it('of common names are certain in code under a topic about their interface', () => {
    expect(found('### wasi:keyvalue/cache\n\nAda: `get` it')).toContain('get > wasi:keyvalue/cache.get');
    expect(found('### wasi:io/streams\n\nAda: an input-stream')).toContain(
      'input-stream > wasi:io/streams.input-stream',
    );
  });

  it('have the line on which they stand', () => {
    const body = '### wasi:keyvalue/cache\n\n**Ada**:\n\nfirst\n\nthen get-or-set';
    expect(findMentions(meeting(body), NAMES).map(({ line, target }) => [line - 11, target])).toEqual([
      [1, 'wasi:keyvalue/cache'],
      [7, 'wasi:keyvalue/cache.get-or-set'],
    ]);
  });

  it('need no names for addresses and issues', () => {
    expect(meeting('Ada: wasi:io/poll, example/repo#1').mentions.map(({ target }) => target)).toEqual([
      'wasi:io/poll',
      'example/repo#1',
    ]);
  });
});
