import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, inject, it } from 'vitest';
import { builtPages } from './pages.ts';

const NAMES = ['meetings', 'proposals', 'criteria', 'packages', 'events', 'search', 'pages'];

describe('api/v1', async () => {
  const dir = inject('siteDir');
  const pages = new Set((await builtPages(dir)).map(({ path }) => path));
  const read = async (path: string) => JSON.parse(await readFile(join(dir, 'api/v1', path), 'utf8'));

  it.each([...NAMES, 'implementations', 'tracker'])(
    'schema/%s.json is closed: what is published is described',
    async (name) => {
      expect(openObjects(await read(`schema/${name}.json`))).toEqual([]);
    },
  );

  it.each(NAMES)('%s.json is what its schema says', async (name) => {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    const validate = ajv.compile(await read(`schema/${name}.json`));
    const data: unknown[] = await read(`${name}.json`);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    expect(data.length).toBeGreaterThan(0);
  });

  it('implementations.json is there, and empty without results', async () => {
    const validate = new Ajv2020({ strict: true }).compile(await read('schema/implementations.json'));
    const data = await read('implementations.json');
    expect(data).toEqual([]);
    expect(validate(data)).toBe(true);
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

  it('pages.json names no two pages alike but for the latest release and the release that it is', async () => {
    const entries: { title: string; url: string }[] = await read('pages.json');
    const titles = entries.filter(({ url }) => !url.includes('/latest/')).map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('has a schema for each of its files, and names both on the page about data', async () => {
    const files = (await readdir(join(dir, 'api/v1'))).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(
      [...NAMES, 'implementations', 'tracker'].map((name) => `${name}.json`).sort(),
    );
    const page = await readFile('content/docs/reference/api.md', 'utf8');
    for (const file of files) {
      expect(page).toContain(`](/api/v1/${file})`);
      expect(page).toContain(`](/api/v1/schema/${file})`);
    }
  });

  it('tracker.json is what its schema says, and is refused once a part is missing', async () => {
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
      await read('schema/tracker.json'),
    );
    const data = await read('tracker.json');
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    delete data.input.events[0].evidence;
    expect(validate(data)).toBe(false);
  });
});

/** Where in a schema an object may hold what is not described. */
function openObjects(schema: unknown, at = '#'): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, i) => openObjects(one, `${at}/${i}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties } = schema as { type?: unknown; additionalProperties?: unknown };
  const isOpen = type === 'object' && (additionalProperties ?? true) === true;
  return [
    ...(isOpen ? [at] : []),
    ...Object.entries(schema).flatMap(([key, value]) => openObjects(value, `${at}/${key}`)),
  ];
}
