import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPUS, hasCorpus, loadFixture } from './fixtures.ts';

const folder = join(CORPUS, 'wit-parser-ui/parse-fail');
const results = hasCorpus ? readdirSync(folder).filter((name) => name.endsWith('.result')) : [];

/** What the reference tool says of an input: its first line of text, and the place. */
function expectation(name: string) {
  const text = readFileSync(join(folder, name), 'utf8');
  const [first = ''] = text.split('\n');
  const message = first
    .replace(/^failed to resolve directory while parsing WIT for path \[[^\]]*\]: /, '')
    .replace(/^failed to parse package: [^:]*: /, '')
    .replace(/:$/, '');
  const [, path = '', line, column] = /tests\/ui\/parse-fail\/(\S+?):(\d+):(\d+)/.exec(text) ?? [];
  return { message, path, line: Number(line ?? 1), column: Number(column ?? 1) };
}

describe.runIf(hasCorpus)('what the reference tool rejects (needs ../shared/corpus)', () => {
  it.each(results)('%s', (name) => {
    const input = join(folder, name.replace(/\.result$/, ''));
    const path = existsSync(input) ? input : input.replace(/\.wit$/, '');
    const { problems } = loadFixture(path, { features: ['active'] });
    const { message, line, column, path: file } = expectation(name);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual(expect.objectContaining({ message, line, column }));
    const found = errors.find((problem) => problem.message === message && problem.line === line);
    if (file) expect(file.endsWith(found?.path ?? '?')).toBe(true);
  });
});
