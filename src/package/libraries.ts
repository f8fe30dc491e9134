/** A part of the project that is published on its own, with only what it needs. */
export interface Library {
  name: string;
  description: string;
  /** By what is imported (`.`, `./node`): the file below `src`. */
  entries: Record<string, string>;
  /** Packages that only some of its users need, and bring themselves. */
  optional: readonly string[];
}

export const LIBRARIES: readonly Library[] = [
  {
    name: 'witness-wit',
    description:
      'Reads WIT exactly: parse, check, describe, compare, print, and the JSON of the reference tool.',
    entries: { '.': 'wit/index.ts' },
    optional: [],
  },
  {
    name: 'witness-meetings',
    description:
      'Reads the meeting notes of standards groups: who was there, what was said, what was decided.',
    entries: { '.': 'meetings/index.ts' },
    optional: [],
  },
  {
    name: 'witness-cache',
    description: 'Hosts of wasi:keyvalue/cache for WebAssembly components that run through jco.',
    entries: { '.': 'cache/index.ts', './node': 'cache/node.ts' },
    optional: ['redis', '@opentelemetry/api'],
  },
];
