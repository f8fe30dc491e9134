import type { Comment } from './ast.ts';
import { quote } from './quote.ts';
import type { Report } from './report.ts';
import { lexString } from './string-literal.ts';
import { T, wordKind } from './tokens.ts';

/** The tokens of a text, one array for each property. The last token is the end of the file. */
export interface TokenList {
  text: string;
  kinds: number[];
  starts: number[];
  ends: number[];
  /** In order; none of them is a token. */
  comments: Comment[];
}

/** Tokens of one character, by its code. */
const SINGLE = new Map<number, number>(
  Object.entries({
    '=': T.equals,
    ',': T.comma,
    ':': T.colon,
    '.': T.period,
    ';': T.semicolon,
    '(': T.openParen,
    ')': T.closeParen,
    '{': T.openBrace,
    '}': T.closeBrace,
    '<': T.less,
    '>': T.greater,
    '*': T.star,
    '@': T.at,
    '+': T.plus,
  }).map(([character, kind]) => [character.charCodeAt(0), kind]),
);

// Every character that may stand in a word, valid in an identifier or not: the identifier is judged as a whole.
const WORD = /[\p{XID_Start}_][\p{XID_Continue}-]*/uy;
const FORBIDDEN =
  /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\u0149\u0673\u0f77\u0f79\u17a3\u17a4\u17b4\u17b5]/gu;

/** Splits a text into tokens and comments. What is no token is reported and left out. */
export function lex(text: string, report: Report): TokenList {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const comments: Comment[] = [];
  const push = (kind: number, start: number, end: number) => {
    kinds.push(kind);
    starts.push(start);
    ends.push(end);
    return end;
  };
  reportForbidden(text, report);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (
      code === 0x20 ||
      code === 0x0a ||
      code === 0x09 ||
      (code === 0x0d && text.charCodeAt(at + 1) === 0x0a)
    ) {
      at++;
      continue;
    }
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      const end = wordEnd(text, at);
      at = push(wordKind(text.slice(at, end)), at, end);
      continue;
    }
    const single = SINGLE.get(code);
    if (single !== undefined) {
      at = push(single, at, at + 1);
    } else if (code === 0x2f) {
      const end = commentEnd(text, at, report);
      if (end === at) at = push(T.slash, at, at + 1);
      else {
        comments.push({ start: at, end: lineEndTrimmed(text, at, end) });
        at = end;
      }
    } else if (code >= 0x30 && code <= 0x39) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      at = push(T.integer, at, end);
    } else if (code === 0x2d) {
      at = text.charCodeAt(at + 1) === 0x3e ? push(T.arrow, at, at + 2) : push(T.minus, at, at + 1);
    } else if (code === 0x25) {
      at = push(T.escaped, at, wordEnd(text, at + 1));
    } else if (code === 0x22) {
      at = push(T.string, at, lexString(text, at, report));
    } else {
      const end = wordEnd(text, at);
      at = end > at ? push(wordKind(text.slice(at, end)), at, end) : skipUnexpected(text, at, report);
    }
  }
  push(T.end, text.length, text.length);
  return { text, kinds, starts, ends, comments };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The end of the word that begins at `at`, or `at` where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    const isAscii =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      code === 0x5f ||
      (end > at && (code === 0x2d || isDigit(code)));
    if (isAscii) end++;
    else if (code >= 0x80) {
      WORD.lastIndex = at;
      return WORD.test(text) ? WORD.lastIndex : at;
    } else return end;
  }
}

/** The end of the comment at `at`, or `at` where none begins. */
function commentEnd(text: string, at: number, report: Report): number {
  const next = text.charCodeAt(at + 1);
  if (next === 0x2f) {
    const newline = text.indexOf('\n', at);
    return newline < 0 ? text.length : newline + 1;
  }
  if (next !== 0x2a) return at;
  let depth = 1;
  let end = at + 2;
  while (depth > 0) {
    if (end >= text.length) {
      report('unterminated-comment', { start: at, end: at + 2 }, 'unterminated block comment', {
        hint: depth > 1 ? `block comments nest: ${depth} more \`*/\` are needed` : 'close it with `*/`',
      });
      return text.length;
    }
    const two = text.charCodeAt(end) * 0x10000 + text.charCodeAt(end + 1);
    if (two === 0x2f002a) depth++;
    else if (two === 0x2a002f) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  }
  return end;
}

function lineEndTrimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text.charCodeAt(last - 1) === 0x0a || text.charCodeAt(last - 1) === 0x0d)) last--;
  return last;
}

const EXPECTED = /[\s\p{XID_Start}_0-9=,:.;(){}<>*@/+\-%"]/u;

/** Reports a run of characters that begin no token, once, and gives its end. */
function skipUnexpected(text: string, at: number, report: Report): number {
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  let end = at + first.length;
  while (end < text.length) {
    const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (next !== first && EXPECTED.test(next)) break;
    end += next.length;
  }
  FORBIDDEN.lastIndex = 0;
  if (!FORBIDDEN.test(first)) {
    report('unexpected-character', { start: at, end }, `unexpected character ${quote(first)}`);
  }
  return end;
}

/** Characters that no WIT file may hold, comments included, since they make a text look like another. */
function reportForbidden(text: string, report: Report): void {
  FORBIDDEN.lastIndex = 0;
  for (let found = FORBIDDEN.exec(text); found; found = FORBIDDEN.exec(text)) {
    const range = { start: found.index, end: found.index + 1 };
    const code = found[0].charCodeAt(0);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    if (code < 0xa0) {
      report('control-character', range, `Control code '\\u{${code.toString(16)}}' is not allowed`, {
        hint: `remove ${name}; newline, carriage return and tab are the only ones that WIT allows`,
      });
    } else if (code >= 0x202a && code <= 0x2069) {
      report('bidirectional-control', range, `Input contains bidirectional override codepoint ${name}`, {
        hint: 'remove it: it makes text look other than it is',
      });
    } else {
      report('discouraged-character', range, `Codepoint ${name} is discouraged by Unicode`);
    }
  }
}
