import { AT_START, type Parsed, type Problem } from '../../problem.ts';
import { type BinaryShape, binaryShape } from '../../wit/index.ts';
import type { Tree } from '../tree.ts';
import { TARGETS, type Target } from './adapter.ts';
import { DEFAULT_SPEC, parseSpec, type TestSpec } from './test-spec.ts';

/** A compiled test. */
export interface SuiteTest {
  suite: string;
  target: Target;
  name: string;
  /** The path of the binary in its tree. */
  path: string;
  spec: TestSpec;
  /** What it imports and exports; undefined when the binary cannot be read. */
  shape?: BinaryShape;
}

const decoder = new TextDecoder();

/** Every test of a suite's tree, by suite and name. What cannot be read is told, and is no test. */
export async function findTests(tree: Tree): Promise<Parsed<SuiteTest[]>> {
  const problems: Problem[] = [];
  const told = (rule: string, path: string, message: string) =>
    problems.push({
      rule: `conformance/${rule}`,
      severity: 'error',
      message,
      path: tree.label(path),
      ...AT_START,
    });
  const binaries = tree.paths.filter((path) => path.endsWith('.wasm'));
  const folders = new Set(binaries.map(folderOf));
  const known = new Set(tree.paths);
  const manifests = [...folders].map((folder) => `${folder}manifest.json`).filter((path) => known.has(path));
  const specs = binaries.map((path) => path.replace(/\.wasm$/, '.json')).filter((path) => known.has(path));
  const files = await tree.read([...manifests, ...specs, ...binaries]);
  const text = (path: string) => {
    const bytes = files.get(path);
    return bytes && decoder.decode(bytes);
  };
  const tests: SuiteTest[] = [];
  for (const folder of folders) {
    const suite = readManifest(folder, text(`${folder}manifest.json`));
    if ('error' in suite) {
      told('manifest', `${folder}manifest.json`, suite.error);
      continue;
    }
    for (const path of binaries.filter((path) => folderOf(path) === folder)) {
      const written = text(path.replace(/\.wasm$/, '.json'));
      const read = written === undefined ? { spec: DEFAULT_SPEC } : parseSpec(written);
      if ('error' in read) {
        told('test-spec', path.replace(/\.wasm$/, '.json'), read.error);
        continue;
      }
      const found = binaryShape(files.get(path) ?? new Uint8Array());
      if ('error' in found) told('test-binary', path, `the file ${found.error}`);
      const shape = 'shape' in found ? { shape: found.shape } : {};
      tests.push({
        ...suite,
        name: path.slice(folder.length, -'.wasm'.length),
        path,
        spec: read.spec,
        ...shape,
      });
    }
  }
  return { value: tests.sort((a, b) => order(a.suite, b.suite) || order(a.name, b.name)), problems };
}

function readManifest(
  folder: string,
  text: string | undefined,
): { suite: string; target: Target } | { error: string } {
  const last = folder.split('/').at(-2) ?? '';
  const plain = {
    suite: folder.replace(/\/$/, ''),
    target: TARGETS.find((name) => name === last) ?? TARGETS[0],
  };
  if (text === undefined) return plain;
  try {
    const { name = plain.suite, version = plain.target } = JSON.parse(text);
    const target = TARGETS.find((one) => one === version);
    if (typeof name !== 'string') return { error: 'expected a text as the name of the suite' };
    if (!target) return { error: `expected a version of ${TARGETS.join(', ')}, found "${version}"` };
    return { suite: name, target };
  } catch (error) {
    return { error: `expected JSON: ${error instanceof Error ? error.message : error}` };
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
