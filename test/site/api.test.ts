import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, inject, it } from 'vitest';
import { builtPages } from './pages.ts';

const NAMES = ['meetings', 'proposals', 'criteria', 'packages', 'events', 'search', 'pages'];

describe('api/v1', async () => {
  const dir = inject('siteDir');
  const pages = new Set((await builtPages(dir)).map(({ path }) => path));
  const read = async (path: string) => JSON.parse(await readFile(join(dir, 'api/v1', path), 'utf8'));

  it.each(NAMES)('%s.json is what its schema says', async (name) => {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    const validate = ajv.compile(await read(`schema/${name}.json`));
    const data: unknown[] = await read(`${name}.json`);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    expect(data.length).toBeGreaterThan(0);
  });

  it.each(NAMES)('%s.json gives addresses of pages that exist', async (name) => {
    const entries: { url: string }[] = await read(`${name}.json`);
    const missing = entries
      .filter(({ url }) => !pages.has(`/${url.replace(/[#?].*/, '')}`))
      .map(({ url }) => url);
    expect(missing).toEqual([]);
  });

  it.each(NAMES)('%s.json is refused by its schema once an entry lacks its url', async (name) => {
    const validate = new Ajv2020({ strict: true }).compile(await read(`schema/${name}.json`));
    const [first] = await read(`${name}.json`);
    delete first.url;
    expect(validate([first])).toBe(false);
  });
});
