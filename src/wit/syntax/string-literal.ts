import type { Report } from '../report.ts';
import type { Range } from './ast.ts';
import { quote } from './quote.ts';

const SIMPLE: Record<string, string> = { '"': '"', "'": "'", '\\': '\\', t: '\t', n: '\n', r: '\r' };

/**
 * The end of the string literal whose quote is at `at`; a string that does not end ends with its line.
 * @see https://webassembly.github.io/spec/core/text/values.html#strings
 */
export function lexString(text: string, at: number, report: Report): number {
  let end = at + 1;
  for (;;) {
    const character = text.charAt(end);
    if (character === '"') return end + 1;
    if (character === '\\') {
      end += 2;
      continue;
    }
    if (character === '' || character === '\n' || (character === '\r' && text.charAt(end + 1) === '\n')) {
      const range = { start: Math.min(end, text.length), end: Math.min(end + 1, text.length) };
      const message = character === '' ? 'unexpected end of file' : "invalid string character '\\n'";
      report('invalid-string', range, message, {
        hint: 'close the string with `"` on the line that it begins on',
      });
      return Math.min(end, text.length);
    }
    end++;
  }
}

/** Whether a string literal ends with its quote. */
export function isClosed(text: string, { start, end }: Range): boolean {
  return end > start + 1 && text.charAt(end - 1) === '"';
}

/** What a string literal, quotes included, stands for. Bad escapes are reported and left out. */
export function stringValue(text: string, start: number, end: number, report: Report): string {
  const inner = text.slice(start + 1, isClosed(text, { start, end }) ? end - 1 : end);
  if (!inner.includes('\\')) return inner;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  let failed = false;
  const fail = (at: number, length: number, message: string) => {
    failed = true;
    report('invalid-string', { start: start + 1 + at, end: start + 1 + at + length }, message);
  };
  for (let at = 0; at < inner.length; ) {
    const character = String.fromCodePoint(inner.codePointAt(at) ?? 0);
    if (character !== '\\') {
      bytes.push(...encoder.encode(character));
      at += character.length;
      continue;
    }
    const next = inner.charAt(at + 1);
    const simple = SIMPLE[next];
    if (simple !== undefined) {
      bytes.push(simple.charCodeAt(0));
      at += 2;
    } else if (next === 'u') {
      const code = /^\\u\{([^}]*)\}?/.exec(inner.slice(at))?.[0];
      const problem = unicodeProblem(code);
      if (problem) fail(at, code?.length ?? 2, problem);
      else bytes.push(...encoder.encode(String.fromCodePoint(hexValue(code ?? ''))));
      at += code?.length ?? 2;
    } else if (/^[0-9a-fA-F]$/.test(next)) {
      const pair = inner.slice(at + 1, at + 3);
      if (/^[0-9a-fA-F]{2}$/.test(pair)) bytes.push(Number.parseInt(pair, 16));
      else fail(at, 2, `invalid hex digit ${quote(pair.charAt(1) || '"')}`);
      at += 3;
    } else {
      fail(at, 2, `invalid string escape ${quote(next)}`);
      at += 2;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
  } catch {
    if (!failed) fail(-1, inner.length + 2, 'invalid UTF-8: the escapes of this string make no valid text');
    return '';
  }
}

function hexValue(code: string): number {
  return Number.parseInt(code.slice(3, -1).replaceAll('_', ''), 16);
}

function unicodeProblem(code: string | undefined): string | undefined {
  if (code === undefined) return "expected character '{'";
  const digits = code.slice(3).replace(/\}$/, '');
  const bad =
    /[^0-9a-fA-F_]/.exec(digits)?.[0] ??
    (digits === '' || digits.startsWith('_') ? digits.charAt(0) || '}' : '');
  if (bad) return `invalid hex digit ${quote(bad)}`;
  if (digits.endsWith('_')) return 'trailing underscore in number';
  if (!code.endsWith('}')) return "expected character '}'";
  const value = hexValue(code);
  if (value > 0xffffffff) return 'number is too big to fit in a u32';
  const isScalar = value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return isScalar ? undefined : `invalid unicode value 0x${value.toString(16)}`;
}
