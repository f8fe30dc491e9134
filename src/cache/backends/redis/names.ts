/** How the keys of one namespace are named in Redis. */
export interface Names {
  value(key: string): string;
  vacancy(key: string): string;
  /** A body that is being written; `id` is unique. */
  body(key: string, id: string): string;
  /** The channel that says which key's vacancy has ended. */
  channel: string;
  /** The channel that says which keys have changed, for those who keep copies. */
  changes: string;
  /** What matches the names above, and nothing of another namespace. */
  patterns: string[];
}

/**
 * All names of a key carry the same hash tag, so that a cluster keeps them in one slot. The tag begins with a sign of
 * our own: an empty one, as a key that begins with a brace would make it, counts for nothing.
 */
export function names(namespace: string): Names {
  if (!/^[\w.:/-]+$/.test(namespace)) {
    throw new Error(`a namespace is made of letters, digits and . : / _ -, and "${namespace}" is not`);
  }
  return {
    value: (key) => `${namespace}:value:{=${key}}`,
    vacancy: (key) => `${namespace}:vacancy:{=${key}}`,
    body: (key, id) => `${namespace}:body:{=${key}}:${id}`,
    channel: `${namespace}:free`,
    changes: `${namespace}:changed`,
    patterns: ['value', 'vacancy', 'body'].map((kind) => `${namespace}:${kind}:{=*`),
  };
}
