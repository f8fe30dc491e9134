import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, resolve, toJson } from '../../src/wit/index.ts';
import { CORPUS } from './fixtures.ts';

const path = join(CORPUS, 'wit-generated/dev.jsonl');

interface Answer {
  features: string[];
  wit: string;
  json?: unknown;
  error?: { message: string; line?: number; column?: number };
}

describe.runIf(existsSync(path))('generated packages (need ../shared/corpus)', () => {
  const answers: Answer[] = existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

  it('resolve to what the reference tool says, or stop first where it stops', () => {
    const wrong = answers.flatMap(({ features, wit, json, error }, index) => {
      const { value, problems } = resolve([[parse({ path: 'a.wit', text: wit }).value]], { features });
      const [first] = problems;
      if (!error) {
        const expected = typeof json === 'string' ? json : JSON.stringify(json);
        const ours = first ? first.message : JSON.stringify(toJson(value));
        return ours === JSON.stringify(JSON.parse(expected)) ? [] : [`${index}: ${ours.slice(0, 200)}`];
      }
      const isPlace =
        error.line === undefined || (first?.line === error.line && first.column === error.column);
      return first?.message === error.message && isPlace ? [] : [`${index}: ${first?.message}`];
    });
    expect(wrong).toEqual([]);
    expect(answers.length).toBeGreaterThan(0);
  });
});
