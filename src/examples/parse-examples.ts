import { LineCounter, parseDocument } from 'yaml';
import { hasErrors, type Parsed, type Problem, type SourceFile } from '../problem.ts';
import { type Example, type Expectation, HOSTS, type HostName, type MinuteLink } from './model.ts';
import { WORLD_KINDS } from './worlds/index.ts';

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
    const about = parseReadme(readme);
    const expectations = parseExpectations(expected);
    problems.push(...about.problems, ...expectations.problems);
    if (about.value.component && !wit) {
      problems.push(problem(readme.path, 'missing-file', 'expected the component’s world in wit/world.wit'));
    }
    value.push({
      id,
      ...about.value,
      source: source.text.trimEnd(),
      ...(wit ? { wit: wit.text.trimEnd() } : {}),
      sourcePath: source.path,
      expectations: expectations.value,
    });
  }
  value.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return { value, problems };
}

type About = Pick<
  Example,
  'title' | 'order' | 'teaches' | 'guests' | 'component' | 'items' | 'minutes' | 'body'
>;

function parseReadme(file: SourceFile): Parsed<About> {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(file.text);
  const front = readYaml({ path: file.path, text: match?.[1] ?? '' }, 1);
  const fields = isRecord(front.value) ? front.value : {};
  const value: About = {
    title: String(fields.title ?? ''),
    order: Number(fields.order ?? Number.NaN),
    teaches: String(fields.teaches ?? ''),
    guests: Number(fields.guests ?? 1),
    ...(fields.component === undefined ? {} : { component: componentOf(fields.component) }),
    items: Array.isArray(fields.items) ? fields.items.map(String) : [],
    minutes: Array.isArray(fields.minutes) ? fields.minutes.flatMap(minuteLink) : [],
    body: file.text.slice(match?.[0].length ?? 0).trim(),
  };
  const problems = [...front.problems];
  const expect = (fine: boolean, message: string) => {
    if (!fine) problems.push(problem(file.path, 'front-matter', message));
  };
  expect(match !== null, 'expected front matter between two lines of ---');
  if (match && front.problems.length === 0) {
    expect(value.title !== '', 'expected a title in the front matter');
    expect(value.teaches !== '', 'expected a sentence under `teaches`');
    expect(Number.isInteger(value.order), 'expected a whole number as `order`');
    expect(Number.isInteger(value.guests) && value.guests > 0, 'expected a number of guests from 1');
    expect(
      fields.component === undefined || value.component !== undefined,
      `expected \`world\`, \`calls\` and a \`kind\` (${WORLD_KINDS.join(', ')}) under \`component\``,
    );
    expect(
      value.minutes.length === lengthOf(fields.minutes),
      'expected `meeting` and `quote` in each of `minutes`',
    );
  }
  return { value, problems };
}

function componentOf(value: unknown): Example['component'] {
  if (!isRecord(value) || typeof value.world !== 'string' || !Array.isArray(value.calls)) return undefined;
  const kind = WORLD_KINDS.find((name) => name === value.kind);
  return kind && { world: value.world, kind, calls: value.calls };
}

function minuteLink(link: unknown): MinuteLink[] {
  if (!isRecord(link) || typeof link.meeting !== 'string' || typeof link.quote !== 'string') return [];
  return [{ meeting: link.meeting, quote: link.quote }];
}

function parseExpectations(file: SourceFile): Parsed<Expectation[]> {
  const { value: content, problems } = readYaml(file, 0);
  const value: Expectation[] = [];
  const seen = new Set<string>();
  for (const entry of Array.isArray(content) ? content : []) {
    const hosts = isRecord(entry) && Array.isArray(entry.hosts) ? entry.hosts.map(String) : [];
    const outputs = isRecord(entry)
      ? Array.isArray(entry['any-of'])
        ? entry['any-of']
        : [entry.output]
      : [];
    for (const host of hosts) {
      if (!isHost(host))
        problems.push(
          problem(file.path, 'unknown-host', `expected one of ${HOSTS.join(', ')}; found ${host}`),
        );
      if (seen.has(host)) problems.push(problem(file.path, 'host-twice', `${host} is listed twice`));
      seen.add(host);
    }
    const texts = outputs.filter((output) => typeof output === 'string').map((output) => output.trimEnd());
    const because = isRecord(entry) && typeof entry.because === 'string' ? entry.because : undefined;
    if (hosts.length === 0 || texts.length === 0 || texts.length < outputs.length) {
      problems.push(
        problem(file.path, 'expectation', 'expected `hosts` and either `output` or `any-of` in each entry'),
      );
    } else if (texts.length > 1 && because === undefined) {
      problems.push(problem(file.path, 'no-reason', 'expected `because`: why may the outputs differ?'));
    }
    value.push({
      hosts: hosts.filter(isHost),
      outputs: texts,
      ...(because === undefined ? {} : { because }),
    });
  }
  if (value.length === 0 && !hasErrors(problems)) {
    problems.push(
      problem(file.path, 'expectation', 'expected a list of expectations, one for each group of hosts'),
    );
  }
  return { value, problems };
}

/** YAML as plain data; its mistakes have lines, counted from after so many lines of the file. */
function readYaml(file: SourceFile, linesBefore: number): Parsed<unknown> {
  const lineCounter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter });
  const problems = document.errors.map((error) => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const message = error.message.split(' at line ')[0] ?? error.message;
    return problem(file.path, 'yaml', message, line + linesBefore, col);
  });
  return { value: problems.length > 0 ? undefined : document.toJS(), problems };
}

function problem(path: string, rule: string, message: string, line = 1, column = 1): Problem {
  return {
    rule: `examples/${rule}`,
    severity: 'error',
    message,
    path,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHost(name: string): name is HostName {
  return (HOSTS as readonly string[]).includes(name);
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
