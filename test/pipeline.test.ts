import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '..');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const read = (path: string): unknown => parse(readFileSync(resolve(ROOT, path), 'utf8'));
const folder = '.github/workflows';
const workflows = readdirSync(resolve(ROOT, folder)).map((name) => read(`${folder}/${name}`) as Workflow);
const jobs = workflows.flatMap(({ permissions, jobs }) =>
  Object.values(jobs).map((job) => ({ permissions, ...job })),
);
const { runs } = read('action.yml') as { runs: { steps: Step[] } };
const steps = [...jobs.flatMap((job) => job.steps), ...runs.steps];

describe('the pipeline', () => {
  it('pins every action by commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
  });

  it('writes no expression into a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('gives the right to deploy only to a job that runs nothing of ours', () => {
    const writers = jobs.filter(({ permissions }) => Object.values(permissions).includes('write'));
    expect(writers.map((job) => job.steps.map(({ uses, run }) => run ?? uses?.replace(/@.*/, '')))).toEqual([
      ['actions/deploy-pages'],
    ]);
  });
});
