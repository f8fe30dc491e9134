import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One case of a text table: `=== title`, the note, `==>`, what is read from it. */
export interface Case {
  title: string;
  /** From `=== title @ path`; the path of a note on 4 March 2027 when none is given. */
  path: string;
  note: string;
  result: string;
}

const PATH = 'meetings/2027/WASI-03-04.md';

/**
 * The cases of a table in this folder. Lines before the first title are for its reader; blank lines around a note and
 * a result do not count.
 */
export function casesOf(name: string): Case[] {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  const [, ...parts] = text.split(/^=== +/mu);
  return parts.map((part) => {
    const [head = '', ...rest] = part.split('\n');
    const [title = '', path = PATH] = head.split(/ @ /u);
    const [note = '', result, ...more] = rest.join('\n').split(/^==>$/mu);
    if (result === undefined || more.length > 0) throw new Error(`${name}: expected one ==> in "${title}"`);
    return { title: title.trim(), path: path.trim(), note: trimmed(note), result: trimmed(result) };
  });
}

/** Makes a test of each case: what `read` says of the note is what stands below the arrow. */
export function testCases(name: string, read: (one: Case) => string): void {
  describe(name, () => {
    it.each(casesOf(name))('$title', (one) => {
      expect(trimmed(read(one))).toBe(one.result);
    });
  });
}

function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+|\s+$/gu, '');
}
