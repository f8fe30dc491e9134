import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completions } from '../../src/examples/index.ts';
import { loadPackages } from '../../src/load/index.ts';

const wit = (name: string) => resolve(import.meta.dirname, '../../wit', name);
const { packages } = loadPackages([wit('.')]);
const all = completions(packages);
const find = (label: string, after?: string) => all.find((one) => one.label === label && one.after === after);

describe('completions', () => {
  it('offer the functions of the cache, as JavaScript spells them, with their WIT', () => {
    expect(all.filter(({ after }) => after === 'cache').map(({ label }) => label)).toEqual([
      'get',
      'exists',
      'set',
      'getOrSet',
      'delete',
    ]);
    expect(find('set', 'cache')).toMatchObject({
      kind: 'method',
      detail: '(k: key, v: borrow<outgoing-value>, TTL-ms: option<u32>) -> future-result',
    });
    expect(find('get', 'cache')?.info).toMatch(/\w/);
  });

  it('offer the methods of resources after any other value', () => {
    for (const name of [
      'incomingValueConsumeSync',
      'vacancyFill',
      'futureGetOrSetResultGet',
      'block',
      'blockingRead',
    ]) {
      expect(find(name, '*'), name).toBeDefined();
    }
  });

  it('offer what is in scope, and no name twice', () => {
    const scope = all.filter(({ after }) => after === undefined).map(({ label }) => label);
    expect(scope.sort()).toEqual(
      ['IncomingValue', 'OutgoingValue', 'bytes', 'cache', 'clock', 'poll', 'print', 'text', 'wait'].sort(),
    );
    const keys = all.map(({ after, label }) => `${after}.${label}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
