/** Token kinds. Everything from `use` on is a reserved word. */
export const T = {
  end: 0,
  ident: 1,
  /** `%name` */
  escaped: 2,
  integer: 3,
  string: 4,
  equals: 5,
  comma: 6,
  colon: 7,
  period: 8,
  semicolon: 9,
  openParen: 10,
  closeParen: 11,
  openBrace: 12,
  closeBrace: 13,
  less: 14,
  greater: 15,
  arrow: 16,
  star: 17,
  at: 18,
  slash: 19,
  plus: 20,
  minus: 21,
  use: 22,
  type: 23,
  func: 24,
  record: 25,
  resource: 26,
  own: 27,
  borrow: 28,
  flags: 29,
  variant: 30,
  enum: 31,
  option: 32,
  result: 33,
  future: 34,
  stream: 35,
  list: 36,
  map: 37,
  underscore: 38,
  as: 39,
  from: 40,
  static: 41,
  interface: 42,
  tuple: 43,
  import: 44,
  export: 45,
  world: 46,
  package: 47,
  constructor: 48,
  include: 49,
  with: 50,
  async: 51,
  bool: 52,
  u8: 53,
  u16: 54,
  u32: 55,
  u64: 56,
  s8: 57,
  s16: 58,
  s32: 59,
  s64: 60,
  f32: 61,
  f64: 62,
  char: 63,
  stringType: 64,
  errorContext: 65,
} as const;

const FIRST_WORD = T.use;

/** Reserved words by kind, in the order of the kinds. */
const WORDS = (
  'use type func record resource own borrow flags variant enum option result future stream list map _ as from ' +
  'static interface tuple import export world package constructor include with async ' +
  'bool u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char string error-context'
).split(' ');

/** The kinds of the reserved words by their slots; no two words have the same. */
const KINDS = new Uint8Array(256);
for (const [index, word] of WORDS.entries()) KINDS[slot(word, 0, word.length)] = FIRST_WORD + index;

/** A number made of the first letter of a word, its last and its length. */
function slot(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 3 + text.charCodeAt(end - 1) * 23 + end - start) & 255;
}

/** The kind of the word at a stretch of a text: of a reserved word its own, else `ident`. */
export function wordKind(text: string, start: number, end: number): number {
  const kind = KINDS[slot(text, start, end)] ?? 0;
  if (kind === 0) return T.ident;
  const word = wordOf(kind);
  return word.length === end - start && text.startsWith(word, start) ? kind : T.ident;
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
