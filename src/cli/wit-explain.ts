import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '../problem.ts';
import {
  compare,
  type ExplainedFiles,
  type ExplainedInterface,
  explainFiles,
  type GivenFile,
  releaseIndex,
  withMain,
} from '../wit/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { UsageError } from './usage-error.ts';

/** `witness wit explain`: what a component or a WIT package asks for and offers, beside the known releases. */
export const command = defineCommand({
  args: 'FILE',
  summary:
    'what a component, or WIT, imports and exports, which releases provide it and what later ones break',
  options: {},
  async run([path], group) {
    const files = filesAt(path);
    const { packages, resolved } = await groupContent(group);
    const index = releaseIndex(packages, (older, newer) =>
      compare(withMain(resolved, older.package), withMain(resolved, newer.package)),
    );
    const texts = new Map(resolved.packages.map(({ id, files }) => [id, files.map(({ source }) => source)]));
    const found = await explainFiles(files, index, async (id) => texts.get(id));
    const { problems, sources, explanation, what, unknown } = found;
    return {
      data: { what, unknown, ...explanation },
      text: toText(found),
      problems,
      sources,
      code: hasErrors(problems) ? 1 : 0,
    };
  },
});

/** A file, or the WIT files of a folder and of its `deps`. @throws UsageError where there is nothing to read */
function filesAt(path: string): GivenFile[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${path}: no such file or folder`);
  if (!stat.isDirectory()) return [{ path, bytes: readFileSync(path) }];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(wit|wasm)$/.test(name),
  );
  if (names.length === 0) throw new UsageError(`${path}: there is no .wit or .wasm file in this folder`);
  return names.sort().map((name) => ({ path: join(path, name), bytes: readFileSync(join(path, name)) }));
}

function toText({ what, explanation, unknown }: ExplainedFiles): string {
  if (!explanation) return '';
  const side = (title: string, all: readonly ExplainedInterface[]) =>
    all.length === 0 ? [] : ['', title, ...all.flatMap(lines)];
  return [
    `${what}`,
    ...unknown.map((id) => `not known here: ${id}`),
    ...side('imports', explanation.imports),
    ...side('exports', explanation.exports),
    '',
  ].join('\n');
}

function lines({ name, standing, providedBy, missing, later, nearest }: ExplainedInterface): string[] {
  const releases =
    providedBy.length > 0 ? `provided by ${providedBy.join(', ')}` : 'provided by no known release';
  return [
    `  ${name}`,
    `      ${standing === 'released' || standing === 'other-version' ? releases : standing.replace('-', ' ')}${nearest ? `; perhaps ${nearest}` : ''}`,
    ...missing.map((item) => `      the release has no ${item}`),
    ...later.map(
      ({ version, present, breaks }) =>
        `      ${version}: ${present ? 'has to be built anew' : 'does not have it'}${breaks.length > 0 ? `, ${breaks.length} ${breaks.length === 1 ? 'change' : 'changes'}` : ''}`,
    ),
  ];
}
