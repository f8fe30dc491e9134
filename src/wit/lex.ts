import type { Comment } from './ast.ts';
import { quote } from './quote.ts';
import type { Report } from './report.ts';
import { lexString } from './string-literal.ts';
import { T, wordKind } from './tokens.ts';

/** The tokens of a text, one array for each property. The last token is the end of the file. */
export interface TokenList {
  text: string;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
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

/** Splits a text into tokens and comments. What is no token is reported and left out. */
export function lex(text: string, report: Report): TokenList {
  const comments: Comment[] = [];
  const tokens = new TokenBuffer(text.length);
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
      at = tokens.push(wordKind(text, at, end), at, end);
      continue;
    }
    const single = SINGLE.get(code);
    if (single !== undefined) {
      at = tokens.push(single, at, at + 1);
    } else if (code === 0x2f) {
      const end = commentEnd(text, at, report);
      if (end === at) at = tokens.push(T.slash, at, at + 1);
      else {
        comments.push({ start: at, end: lineEndTrimmed(text, at, end) });
        at = end;
      }
    } else if (code >= 0x30 && code <= 0x39) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      at = tokens.push(T.integer, at, end);
    } else if (code === 0x2d) {
      at =
        text.charCodeAt(at + 1) === 0x3e
          ? tokens.push(T.arrow, at, at + 2)
          : tokens.push(T.minus, at, at + 1);
    } else if (code === 0x25) {
      at = tokens.push(T.escaped, at, wordEnd(text, at + 1));
    } else if (code === 0x22) {
      at = tokens.push(T.string, at, lexString(text, at, report));
    } else {
      const end = wordEnd(text, at);
      at = end > at ? tokens.push(wordKind(text, at, end), at, end) : skipUnexpected(text, at, report);
    }
  }
  tokens.push(T.end, text.length, text.length);
  return { text, comments, ...tokens.lists() };
}

/** Token properties, in lists that grow. */
class TokenBuffer {
  #count = 0;
  #kinds: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;

  constructor(textLength: number) {
    const guess = (textLength >> 2) + 16;
    this.#kinds = new Uint8Array(guess);
    this.#starts = new Int32Array(guess);
    this.#ends = new Int32Array(guess);
  }

  /** Adds a token and gives its end. */
  push(kind: number, start: number, end: number): number {
    if (this.#count === this.#kinds.length) this.#grow();
    this.#kinds[this.#count] = kind;
    this.#starts[this.#count] = start;
    this.#ends[this.#count++] = end;
    return end;
  }

  #grow(): void {
    const [kinds, starts, ends] = [this.#kinds, this.#starts, this.#ends];
    this.#kinds = new Uint8Array(kinds.length * 2);
    this.#starts = new Int32Array(kinds.length * 2);
    this.#ends = new Int32Array(kinds.length * 2);
    this.#kinds.set(kinds);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }

  lists(): Pick<TokenList, 'kinds' | 'starts' | 'ends'> {
    return {
      kinds: this.#kinds.subarray(0, this.#count),
      starts: this.#starts.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
    };
  }
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
  if (!forbidden(first.charCodeAt(0))) {
    report('unexpected-character', { start: at, end }, `unexpected character ${quote(first)}`);
  }
  return end;
}

/** Characters that no WIT file may hold, comments included, since they make a text look like another. */
function reportForbidden(text: string, report: Report): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code <= 0x7e) || code === 0x0a) continue;
    const why = forbidden(code);
    if (!why) continue;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    report(why, { start: at, end: at + 1 }, MESSAGES[why](name, code), HINTS[why](name));
  }
}

type Forbidden = 'control-character' | 'bidirectional-control' | 'discouraged-character';

const MESSAGES: Record<Forbidden, (name: string, code: number) => string> = {
  'control-character': (_, code) => `Control code '\\u{${code.toString(16)}}' is not allowed`,
  'bidirectional-control': (name) => `Input contains bidirectional override codepoint ${name}`,
  'discouraged-character': (name) => `Codepoint ${name} is discouraged by Unicode`,
};

const HINTS: Record<Forbidden, (name: string) => { hint?: string }> = {
  'control-character': (name) => ({
    hint: `remove ${name}; WIT allows only newline, carriage return and tab`,
  }),
  'bidirectional-control': () => ({ hint: 'remove it: it makes text look other than it is' }),
  'discouraged-character': () => ({}),
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
