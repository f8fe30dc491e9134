// What a token stands for in its place, where its kind does not say: each its own constant, as with kinds.
export const name = 1;
export const type = 2;
const function_ = 3;
export const parameter = 4;
export const field = 5;
const interface_ = 6;
export const world = 7;
const package_ = 8;
export const version = 9;
export const attribute = 10;
export { function_ as function, interface_ as interface, package_ as package };

/** The names of the roles, by their numbers. */
export const ROLES = [
  undefined,
  'name',
  'type',
  'function',
  'parameter',
  'field',
  'interface',
  'world',
  'package',
  'version',
  'attribute',
] as const;
