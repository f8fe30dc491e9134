import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Problem } from '../../problem.ts';
import type { BuiltComponent } from '../build/component.ts';
import { buildExample } from '../build/example.ts';
import { buildGuest } from '../build/guest.ts';
import { declaredHosts } from '../expectation.ts';
import type { Example, HostName } from '../model.ts';
import { loadExamples } from './load.ts';
import { type ExampleRun, runExample } from './run-example.ts';
import { openRunner } from './runner.ts';

/** The examples as a site shows them: with the component that runs them, and the runs of this very build. */
export interface SiteExamples {
  examples: Example[];
  problems: Problem[];
  /** The components by name: `guest` evaluates the examples that are JavaScript, others are examples themselves. */
  components: Map<string, BuiltComponent>;
  verified: {
    /** When they ran, in ISO 8601. */
    date: string;
    /** The checkout's commit, and whether files differ from it; undefined where there is no checkout. */
    commit: { id: string; changed: boolean } | undefined;
    runs: ExampleRun[];
  };
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds the guest and runs every example on the hosts that need no server. @param date is the time of the build.
 */
export async function siteExamples(
  date: Date,
  progress: (message: string) => void = () => {},
): Promise<SiteExamples> {
  progress('building the components of the examples');
  const { value, problems } = await loadExamples(`${ROOT}runnable-examples`);
  const examples = value.filter(isShown);
  const components = new Map([['guest', await buildGuest()]]);
  for (const example of examples) {
    if (example.component) components.set(example.id, await buildExample(example));
  }
  progress('running the examples');
  const runner = await openRunner();
  const runs: ExampleRun[] = [];
  try {
    for (const example of examples) {
      for (const host of declaredHosts(example).filter(needsNoServer))
        runs.push(await runExample(runner, example, host));
    }
  } finally {
    await runner.close();
  }
  return {
    examples,
    problems,
    components,
    verified: { date: date.toISOString(), commit: await commit(), runs },
  };
}

/** Pages run what the interface of the minutes says; examples of 0.3 are run by the command line. */
function isShown({ release }: Example): boolean {
  return release === '0.2';
}

function needsNoServer(host: HostName): boolean {
  return host !== 'redis';
}

async function commit(): Promise<SiteExamples['verified']['commit']> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: ROOT })).stdout.trim();
  try {
    const id = await git('rev-parse', 'HEAD');
    return { id, changed: (await git('status', '--porcelain', '--untracked-files=no')) !== '' };
  } catch {
    return undefined;
  }
}

/** The component that runs an example. */
export function componentOf({ components }: SiteExamples, example: Example): BuiltComponent {
  const built = components.get(example.component ? example.id : 'guest');
  if (!built) throw new Error(`no component was built for ${example.id}`);
  return built;
}
