import type { Parsed, Problem } from '../../problem.ts';
import { binaryShape } from '../binary/binary-shape.ts';
import { describe } from '../describe/describe.ts';
import { packagesOf } from '../describe/mentions.ts';
import { check } from '../resolve/check.ts';
import type { Ast } from '../syntax/ast.ts';
import { decode, problemAtStart } from '../syntax/decode.ts';
import { parse } from '../syntax/parse.ts';
import { type Explanation, explain } from './explain.ts';
import { packageShape } from './package-shape.ts';
import type { ReleaseIndex } from './release-index.ts';

/** A file that somebody pasted, dropped or chose: its path as given, and what is in it. */
export interface GivenFile {
  path: string;
  bytes: Uint8Array;
}

/** What was found: everything wrong, and, where it could be read, how it stands to the known releases. */
export interface ExplainedFiles {
  problems: Problem[];
  /** The texts that problems point into, by path. */
  sources: ReadonlyMap<string, string>;
  explanation: Explanation | null;
  /** What it was taken for: `a component`, `the package demo:shop@1.0.0`. */
  what: string;
  /** Packages that it needs and that are neither in it nor known here. */
  unknown: string[];
}

/** Gives the WIT of a known package, `wasi:http@0.2.3`: its files, or undefined. */
export type FindPackage = (id: string) => Promise<readonly { path: string; text: string }[] | undefined>;

const WASM = [0x00, 0x61, 0x73, 0x6d];

/** Checks a component, or WIT in one file or many; never throws for what is in them. */
export async function explainFiles(
  files: readonly GivenFile[],
  releases: ReleaseIndex,
  find: FindPackage,
): Promise<ExplainedFiles> {
  const binary = files.find(({ bytes }) => WASM.every((byte, at) => bytes[at] === byte));
  return binary ? readBinary(binary, releases) : readWit(files, releases, find);
}

function readBinary({ path, bytes }: GivenFile, releases: ReleaseIndex): ExplainedFiles {
  const result = binaryShape(bytes);
  const none = { problems: [], sources: new Map<string, string>(), unknown: [] };
  if ('error' in result) {
    const message = `expected a WebAssembly component; this file ${result.error}`;
    const problem = problemAtStart(path, 'binary-dependency', message);
    return { ...none, problems: [problem], explanation: null, what: path };
  }
  const { shape } = result;
  const what = shape.kind === 'component' ? `the component ${path}` : `the core module ${path}`;
  return { ...none, explanation: explain(shape, releases), what };
}

async function readWit(
  files: readonly GivenFile[],
  releases: ReleaseIndex,
  find: FindPackage,
): Promise<ExplainedFiles> {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const { path, bytes } of files) {
    if (bytes.includes(0)) {
      const message = 'expected WIT, or a WebAssembly component; this file is neither';
      problems.push(problemAtStart(path, 'control-character', message));
      continue;
    }
    const { value, problems: found } = decode(path, bytes);
    sources.set(path, value.text);
    problems.push(...found);
  }
  const folders = new Map<string, Parsed<Ast>[]>();
  for (const [path, text] of sources) {
    const folder = groupOf(path);
    const known = folders.get(folder);
    if (known) known.push(parse({ path, text }));
    else folders.set(folder, [parse({ path, text })]);
  }
  // The package that is asked about is the one nearest to the top.
  const groups = [...folders].sort(([a], [b]) => a.length - b.length).map(([, group]) => group);
  const unknown = await addKnown(groups, find);
  const { value, problems: found } = check(groups, { allFeatures: true });
  problems.push(...found.filter(({ path }) => sources.has(path)));
  const id = value.packages[value.main]?.id;
  const main = describe(value).find((one) => one.package === id);
  return {
    problems,
    sources,
    explanation: main ? explain(packageShape(main), releases) : null,
    what: main?.name ? `the package ${main.package}` : 'WIT',
    unknown,
  };
}

/** Files of one folder are one package; a single file in `deps` is one of its own. */
function groupOf(path: string): string {
  const folder = path.replace(/[^/]*$/, '');
  return /(?:^|\/)deps\/$/.test(folder) ? path : folder;
}

/** Adds the known packages that are needed, and those that these need. @returns what is not known */
async function addKnown(groups: Parsed<Ast>[][], find: FindPackage): Promise<string[]> {
  const unknown: string[] = [];
  const seen = new Set(groups.flatMap((group) => group.flatMap(({ value }) => packagesOf(value).declares)));
  // The list grows while it is walked.
  for (const group of groups) {
    const needed = new Set(group.flatMap(({ value }) => packagesOf(value).needs));
    for (const id of needed) {
      if (seen.has(id)) continue;
      seen.add(id);
      const files = await find(id);
      if (files) groups.push(files.map((file) => parse(file)));
      else unknown.push(id);
    }
  }
  return unknown;
}
