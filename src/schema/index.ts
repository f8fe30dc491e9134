/**
 * What people write is described once, with zod: from a schema come the TypeScript type, the problems of a file with
 * their places, the JSON Schema for editors and for the API, and the table of keys in the documentation.
 */
export type { Path } from './document.ts';
export { guess } from './document.ts';
export { finding } from './findings.ts';
export { type JsonSchema, jsonSchema } from './json-schema.ts';
export { type Authored, type ReadOptions, readYaml } from './read-yaml.ts';
export { address, day, id, problem, text, url, whole } from './values.ts';
