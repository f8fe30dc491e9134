import type { Help, Report } from '../report.ts';
import { versionProblem } from '../version.ts';
import { type Ast, Ident, type Range, Version } from './ast.ts';
import * as T from './kinds.ts';
import type { TokenList } from './lex.ts';
import { quote } from './quote.ts';
import * as R from './roles.ts';
import { describeKind, isName, isReserved } from './tokens.ts';

/** Thrown inside the parser to leave what cannot be read; caught where reading can go on. */
export const UNREADABLE = Symbol('unreadable');

/** A position in a token list, with what every part of the grammar needs: expecting, naming, giving up. */
export class Cursor {
  /** The file that is being read; what it holds is still to come. */
  readonly file: Ast;
  readonly tokens: TokenList;
  readonly report: Report;
  /** Index of the next token. */
  index = 0;
  /** Tokens where a semicolon was missing at the end of a line. */
  readonly withoutSemicolon: { index: number; expected: string }[] = [];
  /** Valid names and versions that have been read: most files say a few over and over. */
  readonly #said: (string | undefined)[] = new Array(256).fill(undefined);
  readonly #kinds: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #lastFailure = -1;
  /** The parts of lists that are being read, each list's behind those of the list that it stands in. */
  readonly #parts: unknown[] = [];
  #partCount = 0;

  constructor(file: Ast, report: Report) {
    this.file = file;
    this.tokens = file.tokens;
    this.#kinds = file.tokens.kinds;
    this.#starts = file.tokens.starts;
    this.#ends = file.tokens.ends;
    this.report = report;
  }

  kind(ahead = 0): number {
    return this.#kinds[this.index + ahead] ?? T.end;
  }

  start(index = this.index): number {
    return this.#starts[index] ?? this.tokens.text.length;
  }

  /** The end of the token before the next one. */
  lastEnd(): number {
    return this.#ends[this.index - 1] ?? 0;
  }

  range(index = this.index): Range {
    return { start: this.start(index), end: this.#ends[index] ?? this.tokens.text.length };
  }

  text(index = this.index): string {
    return this.tokens.text.slice(this.start(index), this.#ends[index]);
  }

  /** Notes what a token stands for, one of `roles.ts`. */
  role(role: number, index = this.index): void {
    this.file.roles[index] = role;
  }

  eat(kind: number): boolean {
    if (this.kind() !== kind) return false;
    this.index++;
    return true;
  }

  expect(kind: number, hint?: string): void {
    if (!this.eat(kind)) this.fail(describeKind(kind), hint);
  }

  /** Reports that the next token is not what the grammar asks for, and leaves. */
  fail(expected: string, hint?: Help['hint']): never {
    this.complain(expected, hint);
    throw UNREADABLE;
  }

  /** As `fail`, but stays. A token is complained about once: what follows from the first complaint is echo. */
  complain(expected: string, hint?: Help['hint'], unclosed = false): void {
    if (this.#lastFailure === this.index) return;
    this.#lastFailure = this.index;
    const isWord = expected === NAME && isReserved(this.kind()) && !hint;
    const rule = unclosed ? 'unclosed-block' : isWord ? 'reserved-word' : 'expected-token';
    const help = isWord ? `to use it as a name, write \`%${this.text()}\`` : hint;
    const message = `expected ${expected}, found ${describeKind(this.kind())}`;
    this.report(rule, this.range(), message, help ? { hint: help } : {});
  }

  /** Whether a token was complained about that stands here or later in the text. */
  hasFailedFrom(offset: number): boolean {
    return this.#lastFailure >= 0 && this.start(this.#lastFailure) >= offset;
  }

  /** A name, without its `%`. A reserved word is complained about and taken as the name that was meant. */
  ident(role: number): Ident {
    const kind = this.kind();
    const { start, end } = this.range();
    if (isName(kind)) {
      const name = this.#once(kind === T.escaped ? start + 1 : start, end, isValidName);
      this.role(role);
      this.index++;
      return new Ident(name, start, end, this.file);
    }
    const isMeant = isReserved(kind) && NAME_IS_MEANT_BEFORE.has(this.kind(1));
    if (!isMeant) this.fail(NAME);
    this.complain(NAME);
    this.role(role);
    this.index++;
    return new Ident(this.text(this.index - 1), start, end, this.file);
  }

  /** A range of the text, checked and made into a string only where it was not said before. */
  #once(
    start: number,
    end: number,
    isValid: (text: string, cursor: Cursor, start: number) => boolean,
  ): string {
    const { text } = this.tokens;
    const slot = (text.charCodeAt(start) * 7 + text.charCodeAt(end - 1) * 31 + end - start) & 255;
    const said = this.#said[slot];
    if (said?.length === end - start && text.startsWith(said, start)) return said;
    const own = text.slice(start, end);
    if (isValid(own, this, start)) this.#said[slot] = own;
    return own;
  }

  /** The semicolon of a declaration. Where a line ends without one it is taken as read. */
  semicolon(expected = "';'"): void {
    if (this.eat(T.semicolon)) return;
    const isAtEnd = this.kind() === T.closeBrace || this.kind() === T.end || this.isFirstOnLine();
    if (!isAtEnd) this.fail(expected);
    if (this.#lastFailure === this.index) return;
    this.#lastFailure = this.index;
    this.withoutSemicolon.push({ index: this.index, expected });
  }

  /** A version, `1.2.3-rc.1+build`. */
  version(): Version {
    const start = this.start();
    this.#versionPart(T.integer);
    this.#versionPart(T.period);
    this.#versionPart(T.integer);
    this.#versionPart(T.period);
    this.#versionPart(T.integer);
    const core = this.lastEnd();
    const pre = this.#versionIds(T.minus);
    const build = this.#versionIds(T.plus);
    const end = build || pre || core;
    return new Version(start, end, this.#once(start, end, isValidVersion));
  }

  #versionPart(kind: number): void {
    this.role(R.version);
    this.expect(kind, 'a version has three numbers, such as `0.2.0`');
  }

  /** Pre-release or build identifiers and where they end; a dot counts only when an identifier follows. */
  #versionIds(prefix: number): number {
    let end = 0;
    if (this.kind() !== prefix) return end;
    this.role(R.version);
    this.index++;
    for (;;) {
      const dot = this.kind() === T.period ? 1 : 0;
      if (!VERSION_WORDS.has(this.kind(dot))) return end;
      for (let k = 0; k <= dot; k++) this.role(R.version, this.index + k);
      this.index += dot + 1;
      end = this.lastEnd();
    }
  }

  /** How many parts of lists have been added and not taken, to take or drop later what is added from now on. */
  parts(): number {
    return this.#partCount;
  }

  /** Adds a part to the list that is being read. Lists of their own take much more room while they grow. */
  add(part: unknown): void {
    this.#parts[this.#partCount++] = part;
  }

  /** The parts from one on, which are a list now. */
  take<Part>(from: number): Part[] {
    const list = this.#parts.slice(from, this.#partCount);
    this.drop(from);
    return list as Part[];
  }

  /** Leaves out the parts from one on. */
  drop(from: number): void {
    this.#partCount = from;
  }

  /** Whether the next token is the first of its line. */
  isFirstOnLine(index = this.index): boolean {
    const from = this.tokens.ends[index - 1] ?? 0;
    return index === 0 || this.tokens.text.slice(from, this.start(index)).includes('\n');
  }

  /** How far the line of a token is indented, to guess which block a line belongs to. */
  indentation(index = this.index): number {
    const { text } = this.tokens;
    const from = text.lastIndexOf('\n', this.start(index) - 1) + 1;
    let to = from;
    while (text.charAt(to) === ' ' || text.charAt(to) === '\t') to++;
    return to - from;
  }

  /** Leaves what cannot be read, when it has been reported. */
  abandon(): never {
    throw UNREADABLE;
  }

  /**
   * Skips what could not be read, up to where a declaration may begin. Names in it are remembered.
   * @param first index of the first token of what could not be read
   */
  skip(first: number, startsItem: (index: number) => boolean): void {
    let depth = 0;
    for (; this.kind() !== T.end; this.index++) {
      const kind = this.kind();
      if (isName(kind)) this.file.lost.add(this.text().replace('%', ''));
      if (kind === T.openBrace) depth++;
      else if (kind === T.closeBrace) {
        if (depth === 0) return;
        if (--depth === 0) {
          this.index++;
          this.eat(T.semicolon);
          return;
        }
      } else if (depth === 0) {
        if (kind === T.semicolon) {
          this.index++;
          return;
        }
        if (this.index > first && startsItem(this.index)) return;
      }
    }
  }
}

const NAME = 'an identifier or string';
const VALID = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*$/;
const NAME_IS_MEANT_BEFORE = new Set<number>([T.colon, T.equals, T.openBrace, T.comma, T.semicolon]);
const VERSION_WORDS = new Set<number>([T.ident, T.integer, T.minus]);

/** Reports a name that is none. */
function isValidName(name: string, cursor: Cursor): boolean {
  if (isPlainName(name) || VALID.test(name)) return true;
  const range = cursor.range();
  if (name.split('-').includes('')) {
    cursor.report('invalid-identifier', range, "identifiers must have characters between '-'s");
    return false;
  }
  const fixed = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  const message = `invalid character in identifier ${quote(firstInvalid(name))}`;
  cursor.report('invalid-identifier', range, message, {
    hint: VALID.test(fixed) ? `did you mean \`${fixed}\`?` : undefined,
  });
  return false;
}

/** Reports a version that is none. */
function isValidVersion(version: string, { report }: Cursor, start: number): boolean {
  const problem = versionProblem(version);
  if (problem) report('invalid-version', { start, end: start + version.length }, problem);
  return problem === undefined;
}

/** Whether a name is lower case words and digits joined by single hyphens, as nearly all names are. */
function isPlainName(name: string): boolean {
  let before = 0x2d;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (!isLetter && !(code >= 0x30 && code <= 0x39 && at > 0) && !(code === 0x2d && before !== 0x2d))
      return false;
    before = code;
  }
  return before !== 0x2d;
}

function firstInvalid(name: string): string {
  for (const [index, part] of name.split('-').entries()) {
    const first = String.fromCodePoint(part.codePointAt(0) ?? 0);
    if (index === 0 && !/[A-Za-z]/.test(first)) return first;
    const isUpper = /[A-Z]/.exec(part)?.index ?? Number.POSITIVE_INFINITY;
    const isLower = /[a-z]/.exec(part)?.index ?? Number.POSITIVE_INFINITY;
    const allowed = isUpper < isLower ? /[A-Z0-9]/ : /[a-z0-9]/;
    const bad = [...part].find((character) => !allowed.test(character));
    if (bad) return bad;
  }
  return '';
}
