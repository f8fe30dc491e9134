import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Parsed, SourceFile } from '../problem.ts';

/**
 * Reads a file as text. Bytes that are no UTF-8 are replaced by U+FFFD, and reported once. Rejects as `readFile` does when
 * the file cannot be read.
 */
export async function readText(path: string): Promise<Parsed<SourceFile>> {
  return textOf(path, await readFile(path));
}

/** The same for bytes that were read already. */
export function textOf(path: string, bytes: Buffer): Parsed<SourceFile> {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes) && !bytes.includes(0)) return { value: { path, text }, problems: [] };
  const before = text.slice(0, Math.max(0, text.search(/[\0\ufffd]/))).split('\n');
  const line = before.length;
  const column = [...(before.at(-1) ?? '')].length + 1;
  return {
    value: { path, text },
    problems: [
      {
        rule: 'load/not-text',
        severity: 'error',
        message: 'expected text in UTF-8, found other bytes',
        path,
        line,
        column,
        endLine: line,
        endColumn: column + 1,
        hint: 'save the file as UTF-8, or keep it in another folder if it is no text',
      },
    ],
  };
}
