import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

interface Step {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}

let action: { inputs: Record<string, { default?: string }>; runs: { steps: Step[] } };
let folder = '';

beforeAll(async () => {
  action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'));
  folder = await mkdtemp(join(tmpdir(), 'witness-action-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('builds what its inputs name, with the command that it offers to later steps', async () => {
  await put('our notes/2031/GROUP-02-03.md', '# Meeting of 3 February\n\n## Attendees\n- Ada Example\n');
  await put('more/2031/GROUP-02-17.md', '# Meeting of 17 February\n\n## Attendees\n- Bo Sample\n');
  await put('wit/store.wit', 'package example:store@0.1.0;\n\n/// Keeps.\ninterface store {}\n');
  await put('paths', '');
  runStep('Offer the command to later steps', {});
  const built = runStep('Build the site', {
    meetings: 'our notes\nmore\n',
    wit: 'wit',
    base: '/group/',
    site: 'https://group.example',
  });
  expect(built).toMatchObject({ status: 0 });
  expect(await readFile(join(folder, 'site/meetings/2031-02-03/index.html'), 'utf8')).toContain(
    'Ada Example',
  );
  expect(await readFile(join(folder, 'site/meetings/2031-02-17/index.html'), 'utf8')).toContain('Bo Sample');
  expect(await readFile(join(folder, 'site/wit/index.html'), 'utf8')).toContain(
    'href="/group/wit/example/store/',
  );
  expect(await readFile(join(folder, 'site/wit/example/store/0.1.0/store/index.html'), 'utf8')).toContain(
    'href="https://github.com/group/site/edit/published/wit/store.wit#L4"',
  );
}, 600_000);

it('ends with the command when a file has errors and it is strict', async () => {
  await put('broken/broken.wit', 'interface {}\n');
  const built = runStep('Build the site', { wit: 'broken', out: 'none', strict: 'true' });
  expect(built.status).toBe(1);
  expect(built.stderr).toContain('broken.wit:1');
}, 600_000);

/** Runs a step as a runner does: with its inputs in its environment, in the folder of the workflow. */
function runStep(name: string, given: Record<string, string>) {
  const { run = 'exit 9', env = {} } = action.runs.steps.find((step) => step.name === name) ?? {};
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([input, { default: usual }]) => [input, given[input] ?? usual ?? '']),
  );
  const filled = Object.entries(env).map(([key, value]) => [
    key,
    value.replace(/\$\{\{ inputs\.(\w+) \}\}/, (_, input: string) => inputs[input] ?? 'no such input'),
  ]);
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...Object.fromEntries(filled),
      PATH: [join(folder, 'witness'), dirname(process.execPath), process.env.PATH].join(delimiter),
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_PATH: join(folder, 'paths'),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'group/site',
      GITHUB_WORKSPACE: folder,
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REF_NAME: 'published',
      GITHUB_BASE_REF: '',
      RUNNER_TEMP: folder,
    },
  });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
