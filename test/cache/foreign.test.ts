import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WASIShim } from '@bytecodealliance/preview2-shim/instantiation';
import { expect, onTestFinished, test } from 'vitest';
import { cacheHost, joinImports, manualClock, memory } from '../../src/cache/index.ts';

interface ForeignPollable {
  ready(): boolean;
}

/** The part of preview2-shim that these tests use, under the names that jco's glue asks for. */
interface Joined {
  'wasi:io/poll': { Pollable: abstract new () => object; poll(list: object[]): Promise<Uint32Array> };
  'wasi:io/streams': { OutputStream: abstract new () => object; InputStream: abstract new () => object };
  'wasi:clocks/monotonic-clock': { subscribeDuration(nanoseconds: bigint): ForeignPollable };
  'wasi:cli/stdout': { getStdout(): object };
  'wasi:cli/stdin': { getStdin(): object };
  'wasi:http/types': {
    Fields: { fromList(list: [string, Uint8Array][]): object };
    OutgoingRequest: new (
      headers: object,
    ) => {
      setScheme(scheme: { tag: string }): void;
      setAuthority(authority: string): void;
      setPathWithQuery(path: string): void;
    };
  };
  'wasi:http/outgoing-handler': {
    handle(request: object, options: undefined): { subscribe(): ForeignPollable };
  };
}

function joined() {
  const backend = memory({ clock: manualClock() });
  const host = cacheHost({ backend, suspends: true });
  return { backend, imports: joinImports<Joined>(host, new WASIShim().getImportObject()), host };
}

test('one poll waits for the cache, for a clock and for HTTP', async () => {
  const { backend, imports, host } = joined();
  const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { poll } = imports['wasi:io/poll'];
  const { subscribeDuration } = imports['wasi:clocks/monotonic-clock'];

  const vacancy = await backend.getOrSet('key');
  const entry = host.imports['wasi:keyvalue/cache'].getOrSet('key');
  const cache = entry.listenToFutureGetOrSetResult();
  const { Fields, OutgoingRequest } = imports['wasi:http/types'];
  const request = new OutgoingRequest(Fields.fromList([]));
  request.setScheme({ tag: 'HTTP' });
  request.setAuthority(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  request.setPathWithQuery('/');
  const answer = imports['wasi:http/outgoing-handler'].handle(request, undefined).subscribe();
  const hour = subscribeDuration(3_600_000_000_000n);

  expect([...(await poll([cache, hour, answer]))]).toEqual([2]);
  const soon = subscribeDuration(5_000_000n);
  expect([...(await poll([cache, hour, soon]))]).toEqual([2]);
  const wait = poll([hour, cache]);
  if (vacancy.tag === 'vacant') vacancy.val.drop();
  expect([...(await wait)]).toEqual([1]);
});

test('the classes of wasi:io take the resources of either host, and nothing else', () => {
  const { imports, host } = joined();
  const { InputStream, OutputStream } = imports['wasi:io/streams'];
  const { Pollable } = imports['wasi:io/poll'];
  const { getStdout } = imports['wasi:cli/stdout'];
  const { getStdin } = imports['wasi:cli/stdin'];
  const value = host.imports['wasi:keyvalue/types'].OutgoingValue.newOutgoingValue();
  const ours = value.outgoingValueWriteBodyAsync();
  const clock = imports['wasi:clocks/monotonic-clock'].subscribeDuration(1n);
  for (const stream of [getStdout(), ours]) expect(stream).toBeInstanceOf(OutputStream);
  for (const pollable of [clock, ours.subscribe()]) expect(pollable).toBeInstanceOf(Pollable);
  expect(getStdin()).toBeInstanceOf(InputStream);
  expect(ours instanceof InputStream).toBe(false);
  expect(clock instanceof OutputStream).toBe(false);
});

/** A class as jco declares it for a guest that can suspend. */
declare class Declared {
  private constructor();
  block(): Promise<void>;
}

test('the documented call fits what jco declares, under the names of any version', () => {
  interface ImportObject {
    'wasi:io/poll@0.2.0-rc-2023-11-10': {
      Pollable: typeof Declared;
      poll(list: Declared[]): Promise<Uint32Array>;
    };
    'wasi:io/poll@0.2.12': { Pollable: typeof Declared; poll(list: Declared[]): Promise<Uint32Array> };
    'wasi:keyvalue/cache@0.1.0': { get(key: string): object };
    'wasi:cli/stdout@0.2.12': { getStdout(): object };
  }
  const { host } = joined();
  const others = { 'wasi:cli/stdout@0.2.12': { getStdout: () => ({}) } };
  const imports: ImportObject = { ...others, ...host.imports };
  for (const name of Object.keys(imports).filter((name) => name.includes('@') && name.startsWith('wasi:io')))
    expect(Reflect.get(imports, name)).toBe(Reflect.get(imports, name.replace(/@.*/, '')));
});
