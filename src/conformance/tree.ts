/** Files of a part of the test suite, wherever they lie: in a folder, or in a branch of a git repository. */
export interface Tree {
  /** Paths from the suite's top, with `/` between names. */
  paths: readonly string[];
  /** The contents of files by path; those that cannot be read are left out. */
  read(paths: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** What a path is called in problems. */
  label(path: string): string;
}

/** The three parts of a test suite; those that are not there are empty. */
export interface Testsuite {
  /** `tests/`: compiled tests. */
  tests: Tree;
  /** `expectations/`. */
  expectations: Tree;
  /** `results/`: one file a runtime and day. */
  results: Tree;
}

export const EMPTY_TREE: Tree = { paths: [], read: async () => new Map(), label: (path) => path };
