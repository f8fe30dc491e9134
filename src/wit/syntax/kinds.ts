// Token kinds: each its own constant, so that a bundle holds only their numbers. All from `use` on are reserved words.
export const end = 0;
export const ident = 1;
/** `%name` */
export const escaped = 2;
export const integer = 3;
export const string = 4;
export const equals = 5;
export const comma = 6;
export const colon = 7;
export const period = 8;
export const semicolon = 9;
export const openParen = 10;
export const closeParen = 11;
export const openBrace = 12;
export const closeBrace = 13;
export const less = 14;
export const greater = 15;
export const arrow = 16;
export const star = 17;
export const at = 18;
export const slash = 19;
export const plus = 20;
export const minus = 21;
export const use = 22;
export const type = 23;
export const func = 24;
export const record = 25;
export const resource = 26;
export const own = 27;
export const borrow = 28;
export const flags = 29;
export const variant = 30;
const enum_ = 31;
export const option = 32;
export const result = 33;
export const future = 34;
export const stream = 35;
export const list = 36;
export const map = 37;
export const underscore = 38;
export const as = 39;
export const from = 40;
const static_ = 41;
const interface_ = 42;
export const tuple = 43;
const import_ = 44;
const export_ = 45;
export const world = 46;
const package_ = 47;
const constructor_ = 48;
export const include = 49;
const with_ = 50;
export const async = 51;
export const bool = 52;
export const u8 = 53;
export const u16 = 54;
export const u32 = 55;
export const u64 = 56;
export const s8 = 57;
export const s16 = 58;
export const s32 = 59;
export const s64 = 60;
export const f32 = 61;
export const f64 = 62;
export const char = 63;
export const stringType = 64;
export const errorContext = 65;
export {
  constructor_ as constructor,
  enum_ as enum,
  export_ as export,
  import_ as import,
  interface_ as interface,
  package_ as package,
  static_ as static,
  with_ as with,
};
