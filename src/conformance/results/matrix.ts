import type { Target } from '../model/adapter.ts';
import type { Expectation } from '../model/expectations.ts';
import { suiteKey } from '../model/suite-key.ts';
import type { SuiteTest } from '../model/suites.ts';
import { type DayResult, type Mark, testKey } from './read-results.ts';

/** A stretch of days on which a test did the same. */
export interface Stretch {
  mark: Mark;
  from: string;
  to: string;
  /** The versions with which it began and ended. */
  firstVersion: string;
  lastVersion: string;
}

/** What a runtime does with a test: its history, the newest stretch last; empty where it never met the test. */
export interface Cell {
  stretches: Stretch[];
  /** Issues and words of the runtime's own expectations. */
  issues: string[];
  why?: string;
}

export interface MatrixTest {
  id: string;
  suite: string;
  name: string;
  target: string;
  /** Interfaces that it imports or exports, such as `wasi:http/types@0.3.0`; empty where its binary is not at hand. */
  interfaces: { name: string; items: string[] }[];
  /** One for each runtime of the matrix, in its order. */
  cells: Cell[];
}

export interface MatrixRuntime {
  name: string;
  /** The newest version that was measured, and when. */
  version: string;
  day: string;
  systems: string[];
  isOwn: boolean;
}

/** Who passes what, since when. */
export interface Matrix {
  runtimes: MatrixRuntime[];
  tests: MatrixTest[];
  /** The newest day of the record. */
  day: string | null;
}

/** The release that a target belongs to. */
export const RELEASES: Record<Target, string> = {
  'wasm32-wasip1': '0.1',
  'wasm32-wasip2': '0.2',
  'wasm32-wasip3': '0.3',
};

/** Folds days of results into a history for each test and runtime. Days need not be in order. */
export function matrixOf(
  days: readonly DayResult[],
  tests: readonly SuiteTest[],
  expectations: readonly Expectation[],
): Matrix {
  const byRuntime = Map.groupBy(days, ({ runtime }) => runtime);
  const names = [...byRuntime.keys()].sort();
  const found = new Map<string, MatrixTest>();
  const row = (id: string): MatrixTest => {
    const known = found.get(id);
    if (known) return known;
    const [suite = '', name = ''] = id.split('\n');
    const target = /\[(.+)\]$/.exec(suite)?.[1] ?? '';
    const made: MatrixTest = { id, suite, name, target, interfaces: [], cells: names.map(() => emptyCell()) };
    found.set(id, made);
    return made;
  };
  for (const { suite, name, target, shape } of tests) {
    const test = row(testKey(suite, name, target));
    test.suite = suite;
    test.interfaces = shape
      ? [...shape.imports, ...shape.exports].filter((face) => isOwnOf(target, face.name))
      : [];
  }
  const runtimes = names.map((name, at): MatrixRuntime => {
    const own = [...(byRuntime.get(name) ?? [])].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const { day, version, marks } of own)
      for (const [id, mark] of marks) add(row(id).cells[at], mark, day, version);
    const last = own.at(-1);
    return {
      name,
      version: last?.version ?? 'unknown',
      day: last?.day ?? '',
      systems: [...new Set(own.flatMap(({ system }) => system ?? []))].sort(),
      isOwn: own.every(({ isOwn }) => isOwn),
    };
  });
  for (const { runtime, suite, test, why, issues } of expectations) {
    const at = names.findIndex((name) => name === runtime || EXPECTED_AS[name] === runtime);
    const cell = found.get(`${suiteKey(suite)}\n${test}`)?.cells[at];
    if (!cell) continue;
    cell.issues = [...new Set([...cell.issues, ...issues])];
    if (why) cell.why = why;
  }
  const sorted = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    runtimes,
    tests: sorted,
    day:
      runtimes
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
  };
}

/** Runtimes whose expectations stand under a shorter name than their results. */
const EXPECTED_AS: Record<string, string> = { 'wasm-micro-runtime': 'wamr' };

function emptyCell(): Cell {
  return { stretches: [], issues: [] };
}

function add(cell: Cell | undefined, mark: Mark, day: string, version: string): void {
  const last = cell?.stretches.at(-1);
  if (last?.mark === mark) {
    last.to = day;
    last.lastVersion = version;
  } else cell?.stretches.push({ mark, from: day, to: day, firstVersion: version, lastVersion: version });
}

/** A test of 0.3 is about 0.3: what its language's own library imports of 0.2 is beside the point. */
export function isOwnOf(target: Target, name: string): boolean {
  if (target === 'wasm32-wasip1') return name.startsWith('wasi_');
  return name.includes(`@${RELEASES[target]}.`);
}

/** What a cell says now: the last stretch, or that the test was not run. */
export function current(cell: Cell): Stretch | undefined {
  const last = cell.stretches.at(-1);
  return last?.mark === 'skip' ? undefined : last;
}

/** The day since when it says so: passes and failures that only skipped days interrupt are one stretch. */
export function since(cell: Cell): string | undefined {
  const now = current(cell);
  if (!now) return undefined;
  let from = now.from;
  for (let at = cell.stretches.length - 2; at >= 0; at--) {
    const { mark, from: earlier } = cell.stretches[at] as Stretch;
    if (mark !== now.mark && mark !== 'skip') break;
    if (mark === now.mark) from = earlier;
  }
  return from;
}
