import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKS } from '../../src/tracker/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const headings = readFileSync(join(ROOT, 'content/docs/contributing/tracker.md'), 'utf8').match(/^### .*$/gm);

it('the documentation has a paragraph for every check and every complaint', () => {
  const complaints = readdirSync(join(ROOT, 'test/fixtures/tracker/problems'));
  const wanted = [...Object.keys(CHECKS), ...complaints].map((name) => `### ${name}`);
  expect(headings?.toSorted()).toEqual(wanted.sort());
});
