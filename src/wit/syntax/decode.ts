import { AT_START, type Parsed, type Problem, type SourceFile } from '../../problem.ts';
import { reporter } from '../report.ts';
import type { RuleName } from '../rules.ts';
import { severityOf } from '../severity.ts';

/** Bytes of a file as text. Bytes that are no UTF-8 are reported, and replaced by U+FFFD. */
export function decode(path: string, bytes: Uint8Array): Parsed<SourceFile> {
  const problems: Problem[] = [];
  try {
    return { value: { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }, problems };
  } catch {
    const text = new TextDecoder().decode(bytes);
    const start = new TextDecoder().decode(bytes.subarray(0, validLength(bytes))).length;
    reporter({ path, text }, problems)('invalid-utf8', { start, end: start + 1 }, 'invalid UTF-8', {
      hint: 'save the file as UTF-8',
    });
    return { value: { path, text }, problems };
  }
}

/** How many bytes at the start are valid UTF-8. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // What is invalid stays invalid however much follows; an unfinished character at the end is not invalid yet.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && ((bytes[low - 1] ?? 0) & 0xc0) === 0x80 && !isComplete(bytes.subarray(0, low))) low--;
  return isComplete(bytes.subarray(0, low)) ? low : low - 1;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isComplete(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A problem of a file as a whole, which has no text to point at. */
export function problemAtStart(
  path: string,
  rule: RuleName,
  message: string,
  more: { hint?: string } = {},
): Problem {
  return { rule: `wit/${rule}`, severity: severityOf(rule), message, path, ...AT_START, ...more };
}
