import * as T from './kinds.ts';

const FIRST_WORD = T.use;

/** Reserved words by kind, in the order of the kinds. */
const WORDS = propertyNames(
  'use type func record resource own borrow flags variant enum option result future stream list map _ as from ' +
    'static interface tuple import export world package constructor include with async ' +
    'bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string error-context',
);

/** Words of a list as names of properties: engines keep one of each, and compare them by where they are kept. */
function propertyNames(list: string): string[] {
  return Object.keys(Object.fromEntries(list.split(' ').map((word) => [word, 0])));
}

/** The reserved words by their characters, in the order of the kinds. */
const WORD_CODES = WORDS.map((word) => Uint8Array.from(word, (character) => character.charCodeAt(0)));

/** The kinds of the reserved words by their slots; no two words have the same. */
const KINDS = new Uint8Array(256);
for (const [index, codes] of WORD_CODES.entries()) KINDS[slot(codes, 0, codes.length)] = FIRST_WORD + index;

/** A number made of the first letter of a word, its last and its length. */
function slot(codes: Uint8Array, start: number, end: number): number {
  return ((codes[start] ?? 0) * 3 + (codes[end - 1] ?? 0) * 23 + end - start) & 255;
}

/** The kind of a word that is a range of characters: of a reserved word its own, else `ident`. */
export function wordKind(codes: Uint8Array, start: number, end: number): number {
  const kind = KINDS[slot(codes, start, end)];
  if (!kind) return T.ident;
  const word = WORD_CODES[kind - FIRST_WORD];
  if (word?.length !== end - start) return T.ident;
  for (let at = 0; at < word.length; at++) if (word[at] !== codes[start + at]) return T.ident;
  return kind;
}

/** Whether a kind is that of a name, with a `%` or without. */
export function isName(kind: number | undefined): boolean {
  return kind === T.ident || kind === T.escaped;
}

/** The reserved word of a kind. */
export function wordOf(kind: number): string {
  return WORDS[kind - FIRST_WORD] ?? '';
}

/** Whether a kind is that of a reserved word, which needs a `%` to be a name. */
export function isReserved(kind: number): boolean {
  return kind >= FIRST_WORD && kind !== T.underscore;
}

/** Whether a kind is that of a type that needs no definition, such as `u32`. */
export function isPrimitive(kind: number): boolean {
  return kind >= T.bool;
}

const GENERIC = new Set<number>([
  T.own,
  T.borrow,
  T.option,
  T.result,
  T.future,
  T.stream,
  T.list,
  T.map,
  T.tuple,
]);

/** Whether a kind is that of a word for a type, with parts in angle brackets or without. */
export function isBuiltIn(kind: number): boolean {
  return isPrimitive(kind) || GENERIC.has(kind);
}

/** Words for types. */
export const BUILT_IN = WORDS.filter((_, index) => isBuiltIn(FIRST_WORD + index));

/** The names of `T.end` to `T.minus`, as the reference parser spells them in its messages. */
const OTHERS = [
  'eof',
  'an identifier',
  "an '%' identifier",
  'an integer',
  'a string literal',
  "'='",
  "','",
  "':'",
  "'.'",
  "';'",
  "'('",
  "')'",
  "'{'",
  "'}'",
  "'<'",
  "'>'",
  '`->`',
  '`*`',
  '`@`',
  '`/`',
  '`+`',
  '`-`',
];

/** A kind in the words of a message: `';'`, `an identifier`, ``keyword `use` ``. */
export function describeKind(kind: number): string {
  return OTHERS[kind] ?? `keyword \`${wordOf(kind)}\``;
}
