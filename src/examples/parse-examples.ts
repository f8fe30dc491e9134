import { AT_START, type Parsed, type Problem, type SourceFile } from '../problem.ts';
import { type Authored, type ReadOptions, readYaml } from '../schema/index.ts';
import { about, type ExampleAbout, expectations } from './authored.ts';
import type { Example } from './model.ts';

/**
 * The examples among some files, by their order. Each is a folder with `example.js`, `README.md` (front matter and
 * explanation), `expected.yml` and, for a component of its own, `wit/world.wit`.
 */
export function listExamples(files: readonly SourceFile[]): Parsed<Example[]> {
  const folders = Map.groupBy(
    files,
    ({ path }) => path.split('/').at(path.endsWith('/wit/world.wit') ? -3 : -2) ?? '',
  );
  const problems: Problem[] = [];
  const value: Example[] = [];
  for (const [id, members] of folders) {
    const named = (name: string) => members.find(({ path }) => path.endsWith(`/${name}`));
    const source = named('example.js');
    if (!source) continue;
    const readme = named('README.md');
    const expected = named('expected.yml');
    const wit = named('wit/world.wit');
    if (!readme)
      problems.push(problem(source.path, 'missing-file', 'expected a README.md beside the example'));
    if (!expected)
      problems.push(problem(source.path, 'missing-file', 'expected an expected.yml beside the example'));
    if (!readme || !expected) continue;
    const front = parseReadme(readme);
    const hosts = readYaml(expected, expectations, EXPECTED);
    problems.push(...front.problems, ...hosts.problems);
    if (!front.value) continue;
    const { value: fields } = front.value;
    if (fields.component && !wit) {
      problems.push(problem(readme.path, 'missing-file', 'expected the component’s world in wit/world.wit'));
    }
    value.push({
      id,
      ...fields,
      body: front.body,
      source: source.text.trimEnd(),
      ...(wit ? { wit: wit.text.trimEnd() } : {}),
      sourcePath: source.path,
      expectations: hosts.value?.value ?? [],
    });
  }
  value.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return { value, problems };
}

const ABOUT: ReadOptions = {
  rule: (kind) => (kind === 'yaml-syntax' ? 'examples/yaml' : 'examples/front-matter'),
  linesAbove: 1,
};

const EXPECTED: ReadOptions = {
  rule: (kind) => {
    if (kind === 'yaml-syntax') return 'examples/yaml';
    return kind === 'host-twice' || kind === 'no-reason' ? `examples/${kind}` : 'examples/expectation';
  },
  empty: [],
};

function parseReadme({ path, text }: SourceFile): Parsed<Authored<ExampleAbout> | null> & { body: string } {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(text);
  const body = text.slice(match?.[0].length ?? 0).trim();
  if (match?.[1] === undefined) {
    const missing = problem(path, 'front-matter', 'expected front matter between two lines of ---');
    return { value: null, problems: [missing], body };
  }
  return { ...readYaml({ path, text: match[1] }, about, ABOUT), body };
}

function problem(path: string, rule: string, message: string): Problem {
  return { rule: `examples/${rule}`, severity: 'error', message, path, ...AT_START, endColumn: 2 };
}
