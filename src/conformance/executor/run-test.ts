import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Adapter, commandLine } from '../model/adapter.ts';
import type { SuiteTest } from '../model/suites.ts';
import type { Tree } from '../tree.ts';
import { openServers } from './endpoint-servers.ts';
import { RunningProgram, TimeIsOver } from './program.ts';
import { NotMet, Operations } from './run-operations.ts';

/** What came of one test: nothing more to say where it passed. */
export interface TestOutcome {
  verdict: 'pass' | 'fail' | 'skipped';
  detail?: string;
  ms: number;
}

const DEFAULT_MS = 60_000;
const LONGEST_DETAIL = 2000;

/** Runs a test with a program, in a process and a temporary folder of its own, until it ends or its time does. */
export async function runTest(
  test: SuiteTest,
  tree: Tree,
  adapter: Adapter,
  timeoutMs: number = adapter.timeout ?? DEFAULT_MS,
): Promise<TestOutcome> {
  const began = performance.now();
  const ended = (verdict: TestOutcome['verdict'], detail?: string): TestOutcome => ({
    verdict,
    ...(detail ? { detail: detail.slice(0, LONGEST_DETAIL) } : {}),
    ms: Math.round(performance.now() - began),
  });
  if (!test.shape) return ended('fail', 'the binary of the test cannot be read');
  const { world } = test.spec;
  const probe = { component: '', args: [], env: {}, dirs: [], proposals: [] };
  if (!commandLine(adapter, test.target, world, probe))
    return ended('skipped', `${adapter.name} is not called for ${test.target} and ${world}`);
  const folder = await mkdtemp(join(tmpdir(), 'witness-test-'));
  const servers = await openServers(test.spec.servers);
  const deadline = AbortSignal.timeout(timeoutMs);
  const operations = new Operations(async (run) => {
    const dirs = [
      ...(run.root ? [{ from: run.root, guest: '/' }] : []),
      ...run.dirs.map((name) => ({ from: name, guest: name })),
    ];
    const line = commandLine(adapter, test.target, world, {
      component: await layOut(
        tree,
        test,
        folder,
        dirs.map(({ from }) => from),
      ),
      args: run.args,
      env: { ...run.env, ...servers.env },
      dirs: dirs.map(({ from, guest }) => ({ host: join(folder, from), guest })),
      proposals: test.spec.proposals,
    });
    return new RunningProgram(line ?? [], folder);
  }, deadline);
  let failure: string | undefined;
  try {
    for (const operation of test.spec.operations) await operations.do(operation);
  } catch (error) {
    if (error instanceof TimeIsOver) failure = `ended after ${timeoutMs} ms`;
    else if (error instanceof NotMet) failure = error.message;
    else throw error;
  } finally {
    const said = await operations.close();
    if (failure && said) failure = `${failure}\n${said}`;
    await servers.close();
    await rm(folder, { recursive: true, force: true });
  }
  return failure === undefined ? ended('pass') : ended('fail', failure);
}

/** Copies a test and the folders that it names into its temporary folder, without what earlier runs left. */
async function layOut(
  tree: Tree,
  test: SuiteTest,
  folder: string,
  names: readonly string[],
): Promise<string> {
  const home = test.path.slice(0, test.path.lastIndexOf('/') + 1);
  const wanted = tree.paths.filter(
    (path) =>
      path === test.path ||
      names.some((name) => path.startsWith(`${home}${name}/`) && !/\.cleanup(\/|$)/.test(path)),
  );
  for (const name of names) await mkdir(join(folder, name), { recursive: true });
  for (const [path, bytes] of await tree.read(wanted)) {
    const to = join(folder, path.slice(home.length));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, bytes);
  }
  return join(folder, test.path.slice(home.length));
}
