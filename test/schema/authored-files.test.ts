import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AUTHORED_FILES, authoredSchemas } from '../../src/load/index.ts';
import { fieldTables } from './field-tables.ts';
import { ownFiles } from './own-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'content/docs/reference/files.md');
const GENERATED = '## Every key\n';

describe('what people write, described once', () => {
  const schemas = authoredSchemas();

  it.each(Object.entries(schemas))(
    'schemas/%s.json is for editors what the reader checks',
    async (name, schema) => {
      const text = `${JSON.stringify(schema, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(join(ROOT, 'schemas', `${name}.json`));
    },
  );

  it('is in the documentation, key by key', async () => {
    const [prose = ''] = readFileSync(PAGE, 'utf8').split(GENERATED);
    const tables = Object.entries(schemas).map(
      ([name, schema]) =>
        `### ${AUTHORED_FILES[name]?.title}\n\n\`${AUTHORED_FILES[name]?.place}\`, [as JSON Schema](/schemas/${name}.json).\n\n${fieldTables(schema)}\n`,
    );
    await expect(`${prose}${GENERATED}\n${tables.join('\n')}`).toMatchFileSnapshot(PAGE);
  });

  it.each(Object.keys(schemas))('%s: an editor finds nothing wrong with the files of the project', (name) => {
    const validate = new Ajv2020({ strict: true }).compile(schemas[name] ?? {});
    const files = ownFiles(ROOT, name);
    expect(files.length).toBeGreaterThan(0);
    for (const { path, yaml } of files) {
      validate(parse(yaml));
      expect({ path, errors: validate.errors ?? [] }).toEqual({ path, errors: [] });
    }
  });

  it.each(Object.keys(schemas))('%s: the files name their schema for editors', (name) => {
    const unnamed = ownFiles(ROOT, name)
      .filter(({ path }) => path.endsWith('.yml'))
      .filter(({ path, yaml }) => {
        const up = '../'.repeat(path.split('/').length - 1);
        return !yaml.startsWith(`# yaml-language-server: $schema=${up}schemas/${name}.json\n`);
      })
      .map(({ path }) => path);
    expect(unnamed).toEqual([]);
  });
});
