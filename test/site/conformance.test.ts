import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { CONFORMANCE_HOSTS, ROWS } from '../../src/cache-suite/index.ts';

it('shows every promise of the cache, its source, and a verdict of this build for every host', async () => {
  const page = await readFile(join(inject('siteDir'), 'cache/conformance/index.html'), 'utf8');
  const lines = [...page.matchAll(/<tr id="([^"]*)".*?<\/tr>/gs)].map(([line, id = '']) => ({ id, line }));
  expect(lines.map(({ id }) => id).sort()).toEqual(ROWS.map(({ id }) => id.replace('/', '-')).sort());
  for (const { id, line } of lines) {
    expect(line.match(/<td class="(pass|allowed)[ "]/g), id).toHaveLength(CONFORMANCE_HOSTS.length);
    expect(line, id).toMatch(/<a href="\/(meetings\/2023-07-13\/#|wit\/wasi\/|cache\/open-questions\/#)/);
  }
});
