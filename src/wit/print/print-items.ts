import type { Ast } from '../syntax/ast.ts';
import * as T from '../syntax/kinds.ts';
import { type Atom, isComment } from './print-atoms.ts';
import { indent, layOut, matching, split, withComma } from './print-line.ts';

const MEMBERS = new Set<number>([T.record, T.variant, T.enum, T.flags]);
const TYPES = new Set<number>([...MEMBERS, T.type, T.resource]);

/** Prints the atoms of a file, item by item. */
export class Printer {
  readonly #file: Ast;
  readonly #atoms: readonly Atom[];
  #at = 0;
  #lines: string[] = [];

  constructor(file: Ast, atoms: readonly Atom[]) {
    this.#file = file;
    this.#atoms = atoms;
  }

  /** All of it, without a newline at the end. */
  file(): string {
    this.#items(0);
    return this.#lines.join('\n');
  }

  #peek(): Atom | undefined {
    return this.#atoms[this.#at];
  }

  /** Appends to the last line. */
  #append(text: string): void {
    this.#lines.push(`${this.#lines.pop() ?? ''}${text}`);
  }

  /** Comments that stand on the same line as what was printed last. */
  #beside(): void {
    for (
      let atom = this.#peek();
      isComment(atom) && atom?.newlines === 0 && this.#lines.length > 0;
      atom = this.#peek()
    ) {
      this.#append(` ${atom.text}`);
      this.#at++;
    }
  }

  /** Items up to the `}` that closes their block, or to the end of the file. */
  #items(level: number): void {
    let before: Printed | undefined;
    for (;;) {
      this.#beside();
      const first = this.#peek();
      const isBlank = (first?.newlines ?? 0) > 1;
      const start = this.#lines.length;
      let hasComments = false;
      for (let atom = this.#peek(); isComment(atom); atom = this.#peek()) {
        const isFirst = !hasComments;
        if (!isFirst && (atom?.newlines ?? 0) > 1) this.#lines.push('');
        this.#lines.push(`${indent(level)}${atom?.text}`);
        hasComments = true;
        this.#at++;
      }
      const next = this.#peek();
      if (!next || next.kind === T.closeBrace) {
        if (hasComments && before && isBlank) this.#lines.splice(start, 0, '');
        return;
      }
      if (hasComments && next.newlines > 1) this.#lines.push('');
      const hasAttributes = this.#attributes(level);
      const category = this.#category();
      const itemStart = this.#lines.length;
      this.#item(level);
      const isLong = hasComments || hasAttributes || this.#lines.slice(itemStart).join('\n').includes('\n');
      const printed = { category, isLong };
      if (before && (isBlank || needsBlank(before, printed, level))) this.#lines.splice(start, 0, '');
      before = printed;
    }
  }

  #attributes(level: number): boolean {
    let found = false;
    while (this.#peek()?.kind === T.at) {
      const from = this.#at;
      // The `@`, its word and what is in brackets; comments may stand in between.
      this.#at = this.#nextWord(this.#at + 1) + 1;
      const open = this.#nextWord(this.#at);
      if (this.#atoms[open]?.kind === T.openParen) this.#at = matching(this.#atoms, open) + 1;
      this.#lines.push(`${indent(level)}${layOut(this.#file, this.#atoms.slice(from, this.#at), level)}`);
      this.#beside();
      for (let atom = this.#peek(); isComment(atom); atom = this.#peek()) {
        this.#lines.push(`${indent(level)}${atom?.text}`);
        this.#at++;
      }
      found = true;
    }
    return found;
  }

  /** The index of the first token at or after a position. */
  #nextWord(position: number): number {
    let at = position;
    while (isComment(this.#atoms[at])) at++;
    return at;
  }

  /** What kind of item comes next: items of one kind stand closer together. */
  #category(): string {
    const kind = this.#peek()?.kind ?? T.end;
    if (TYPES.has(kind)) return 'type';
    return WORDS.get(kind) ?? 'func';
  }

  #item(level: number): void {
    const keyword = this.#peek()?.kind ?? T.end;
    const head = this.#head();
    this.#lines.push(`${indent(level)}${layOut(this.#file, head, level)}`);
    const open = this.#peek();
    if (open?.kind !== T.openBrace) return;
    this.#append(head.at(-1)?.endsLine ? `\n${indent(level)}{` : ' {');
    this.#at++;
    if (this.#peek()?.kind === T.closeBrace) {
      this.#append('}');
      this.#at++;
      return;
    }
    if (MEMBERS.has(keyword)) this.#members(level + 1);
    else this.#items(level + 1);
    this.#lines.push(`${indent(level)}}`);
    this.#at++;
  }

  /** The atoms of an item up to its block, or all of them. */
  #head(): Atom[] {
    const from = this.#at;
    for (let before: Atom | undefined; ; before = this.#atoms[this.#at - 1]) {
      const atom = this.#peek();
      if (!atom) break;
      if (atom.kind === T.semicolon) {
        this.#at++;
        break;
      }
      const word = this.#lastWord(from);
      if (atom.kind === T.openBrace && word !== T.period && word !== T.with) break;
      if (atom.kind === T.openParen || atom.kind === T.openBrace || atom.kind === T.less) {
        this.#at = matching(this.#atoms, this.#at) + 1;
        if (word === T.with) break;
      } else this.#at++;
      void before;
    }
    return this.#atoms.slice(from, this.#at);
  }

  #lastWord(from: number): number {
    for (let at = this.#at - 1; at >= from; at--)
      if (!isComment(this.#atoms[at])) return this.#atoms[at]?.kind ?? T.end;
    return T.end;
  }

  /** Fields, cases or flags up to their `}`, one a line. */
  #members(level: number): void {
    const close = matching([{ kind: T.openBrace } as Atom, ...this.#atoms.slice(this.#at)], 0) - 1 + this.#at;
    const elements = split(this.#atoms.slice(this.#at, close));
    for (const [position, { beside, above, own }] of elements.entries()) {
      for (const comment of beside) this.#append(` ${comment.text}`);
      const isBlank = position > 0 && ((above[0] ?? own[0])?.newlines ?? 0) > 1;
      if (isBlank && (above.length > 0 || own.length > 0)) this.#lines.push('');
      for (const [index, comment] of above.entries()) {
        if (index > 0 && comment.newlines > 1) this.#lines.push('');
        this.#lines.push(`${indent(level)}${comment.text}`);
      }
      if (own.length === 0) continue;
      if (above.length > 0 && (own[0]?.newlines ?? 0) > 1) this.#lines.push('');
      this.#lines.push(
        `${indent(level)}${withComma(this.#file, own, level, true, position === elements.length - 1)}`,
      );
    }
    this.#at = close;
  }
}

interface Printed {
  category: string;
  /** More than one line, or with comments or attributes. */
  isLong: boolean;
}

const WORDS = new Map<number, string>([
  [T.use, 'use'],
  [T.import, 'import'],
  [T.export, 'export'],
  [T.include, 'include'],
  [T.package, 'package'],
  [T.interface, 'interface'],
  [T.world, 'world'],
]);

function needsBlank(before: Printed, after: Printed, level: number): boolean {
  const isSame = before.category === after.category && !before.isLong && !after.isLong;
  return !isSame || (level === 0 && after.category !== 'use');
}
