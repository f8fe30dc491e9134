import type { Report } from '../report.ts';
import { type Codes, codesOf, OTHER } from './codes.ts';
import * as T from './kinds.ts';
import { quote } from './quote.ts';
import { lexString } from './string-literal.ts';
import { wordKind } from './tokens.ts';

/** Ranges of a text, one array for each property. */
export class RangeTable {
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;

  constructor({ kinds, starts, ends, count }: Growing) {
    this.kinds = kinds.slice(0, count);
    this.starts = starts.slice(0, count);
    this.ends = ends.slice(0, count);
  }
}

/** The tokens of a text. The last is the end of the file. */
export class TokenList extends RangeTable {
  readonly text: string;
  /** The comments, delimiters included, without the newline of a line. None is a token. */
  readonly comments: RangeTable;

  constructor(text: string, tokens: Growing, comments: Growing) {
    super(tokens);
    this.text = text;
    this.comments = new RangeTable(comments);
  }
}

/** Kinds of tokens of one character, by its code; 0 for other characters. */
const SINGLE = new Uint8Array(256);
for (const [character, kind] of Object.entries({
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
})) {
  SINGLE[character.charCodeAt(0)] = kind;
}

/** Which ASCII characters may begin a word (2) and which may only stand in one (1). */
const IN_WORD = new Uint8Array(256);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  IN_WORD[code] = /[A-Za-z_]/.test(character) ? 2 : /[0-9-]/.test(character) ? 1 : 0;
}

// Every character that may stand in a word, valid in an identifier or not: the identifier is judged as a whole.
const WORD = /[\p{XID_Start}_][\p{XID_Continue}-]*/uy;

/** Splits a text into tokens and comments. What is no token is reported and left out. */
export function lex(text: string, report: Report): TokenList {
  const [tokens, comments] = [TOKENS, COMMENTS];
  tokens.count = 0;
  comments.count = 0;
  const read = codesOf(text);
  const { codes } = read;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const code = codes[at] ?? 0;
    if (code === 0x20 || code === 0x0a || code === 0x09 || (code === 0x0d && codes[at + 1] === 0x0a)) {
      at++;
      continue;
    }
    if (IN_WORD[code] === 2) {
      const end = wordEnd(text, codes, at);
      at = tokens.push(wordKind(codes, at, end), at, end);
      continue;
    }
    const single = SINGLE[code];
    if (single) {
      at = tokens.push(single, at, at + 1);
    } else if (code === 0x2f) {
      const end = commentEnd(text, read, at, report);
      if (end === at) at = tokens.push(T.slash, at, at + 1);
      else {
        let last = end;
        while (codes[last - 1] === 0x0d) last--;
        comments.push(0, at, last);
        at = end;
      }
    } else if (code >= 0x30 && code <= 0x39) {
      let end = at + 1;
      while (isDigit(codes[end] ?? 0)) end++;
      at = tokens.push(T.integer, at, end);
    } else if (code === 0x2d) {
      at = codes[at + 1] === 0x3e ? tokens.push(T.arrow, at, at + 2) : tokens.push(T.minus, at, at + 1);
    } else if (code === 0x25) {
      at = tokens.push(T.escaped, at, wordEnd(text, codes, at + 1));
    } else if (code === 0x22) {
      const end = lexString(text, at, report);
      reportForbidden(text, at, end, report);
      at = tokens.push(T.string, at, end);
    } else {
      const end = wordEnd(text, codes, at);
      at = end > at ? tokens.push(T.ident, at, end) : skipUnexpected(text, at, report);
    }
  }
  tokens.push(T.end, text.length, text.length);
  return new TokenList(text, tokens, comments);
}

/** Tokens or comments in the making. */
class Growing {
  kinds = new Uint8Array(1 << 12);
  starts = new Uint32Array(1 << 12);
  ends = new Uint32Array(1 << 12);
  count = 0;

  /** Adds one and gives its end. */
  push(kind: number, start: number, end: number): number {
    const index = this.count++;
    if (index === this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    return end;
  }

  #grow(): void {
    const { kinds, starts, ends } = this;
    const room = this.count * 2;
    this.kinds = new Uint8Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
    this.kinds.set(kinds);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

// For one text after another: to have room made for each takes as long as to find them.
const TOKENS = new Growing();
const COMMENTS = new Growing();

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The end of the word that begins at `at`, or `at` where none does. */
function wordEnd(text: string, codes: Uint8Array, at: number): number {
  let end = at;
  if (IN_WORD[codes[at] ?? 0] === 2) {
    do end++;
    while (IN_WORD[codes[end] ?? 0] !== 0);
  }
  if (codes[end] !== OTHER) return end;
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

/** The end of the comment at `at`, or `at` where none begins. In a plain text none needs a closer look. */
function commentEnd(text: string, { codes, isPlain }: Codes, at: number, report: Report): number {
  const next = codes[at + 1];
  if (next === 0x2f) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (!isPlain) reportForbidden(text, at, end, report);
    return end;
  }
  if (next !== 0x2a) return at;
  let depth = 1;
  let end = at + 2;
  while (depth > 0) {
    if (end >= text.length) {
      report('unterminated-comment', { start: at, end: at + 2 }, 'unterminated block comment', {
        hint: depth > 1 ? `block comments nest: ${depth} more \`*/\` are needed` : 'close it with `*/`',
      });
      break;
    }
    const [code, after] = [codes[end], codes[end + 1]];
    if (code === 0x2f && after === 0x2a) depth++;
    else if (code === 0x2a && after === 0x2f) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  }
  end = Math.min(end, text.length);
  if (!isPlain) reportForbidden(text, at, end, report);
  return end;
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
  reportForbidden(text, at, end, report);
  if (!forbidden(first.charCodeAt(0))) {
    report('unexpected-character', { start: at, end }, `unexpected character ${quote(first)}`);
  }
  return end;
}

/** Characters that no WIT file may hold, comments included, since they make a text look like another. */
function reportForbidden(text: string, start: number, end: number, report: Report): void {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code <= 0x7e) || code === 0x0a) continue;
    const why = forbidden(code);
    if (!why) continue;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const [message, hint] = SAID[why](name, code);
    report(why, { start: at, end: at + 1 }, message, { hint });
  }
}

type Forbidden = 'control-character' | 'bidirectional-control' | 'discouraged-character';

/** What is said of each, and how to mend it. */
const SAID: Record<Forbidden, (name: string, code: number) => [message: string, hint?: string]> = {
  'control-character': (name, code) => [
    `Control code '\\u{${code.toString(16)}}' is not allowed`,
    `remove ${name}; WIT allows only newline, carriage return and tab`,
  ],
  'bidirectional-control': (name) => [
    `Input contains bidirectional override codepoint ${name}`,
    'remove it: it makes text look other than it is',
  ],
  'discouraged-character': (name) => [`Codepoint ${name} is discouraged by Unicode`],
};

/** Deprecated by Unicode, or letters that another spelling should be used for. */
const DISCOURAGED = new Set([0x149, 0x673, 0xf77, 0xf79, 0x17a3, 0x17a4, 0x17b4, 0x17b5]);

/** Why a character may not stand in a WIT file, if it may not. */
function forbidden(code: number): Forbidden | undefined {
  const isBlank = code === 0x0a || code === 0x0d || code === 0x09;
  if (!isBlank && (code < 0x20 || (code >= 0x7f && code < 0xa0))) return 'control-character';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
    return 'bidirectional-control';
  return DISCOURAGED.has(code) ? 'discouraged-character' : undefined;
}
