import type { SuiteTest } from '../model/suites.ts';
import { isOwnOf, RELEASES } from './matrix.ts';
import { type DayResult, type Mark, testKey } from './read-results.ts';

/** How many of the tests that touch a package a runtime passed on a system, and the days between which that held. */
export interface PackageResult {
  /** `wasi:http` */
  package: string;
  /** `0.3` */
  release: string;
  runtime: string;
  version: string;
  /** Null where the record does not say. */
  system: string | null;
  from: string;
  /** The last day on which it was measured so. */
  to: string;
  passed: number;
  failed: number;
  /** The tests of that day: those that any record had named by then. */
  total: number;
}

/**
 * Sums results up by package, release, runtime and system: one entry for each stretch of days in which nothing
 * changes. Days need not be in order. Tests whose binary is not at hand touch nothing that is known.
 */
export function resultsByPackage(days: readonly DayResult[], tests: readonly SuiteTest[]): PackageResult[] {
  const ordered = days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const firstNamed = new Map<string, string>();
  for (const { day, marks } of ordered)
    for (const id of marks.keys()) if (!firstNamed.has(id)) firstNamed.set(id, day);
  const series = [...Map.groupBy(ordered, ({ runtime, system }) => `${runtime}\n${system ?? ''}`).values()];
  return testsByPackage(tests).flatMap(({ ids, ...of }) => {
    const known = ids.flatMap((id) => firstNamed.get(id) ?? []).sort();
    return series.flatMap((records) => stretchesOf(records, ids, known).map((one) => ({ ...of, ...one })));
  });
}

function testsByPackage(tests: readonly SuiteTest[]): { package: string; release: string; ids: string[] }[] {
  const found = new Map<string, { package: string; release: string; ids: string[] }>();
  for (const { suite, name, target, shape } of tests) {
    const faces = shape ? [...shape.imports, ...shape.exports] : [];
    const names = faces.filter((face) => isOwnOf(target, face.name)).map((face) => packageOf(face.name));
    for (const touched of new Set(names)) {
      if (touched === undefined) continue;
      const key = `${touched}@${RELEASES[target]}`;
      const entry = found.get(key) ?? { package: touched, release: RELEASES[target], ids: [] };
      entry.ids.push(testKey(suite, name, target));
      found.set(key, entry);
    }
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

function packageOf(face: string): string | undefined {
  return /^([^/@]+:[^/@]+)\//.exec(face)?.[1];
}

const COUNTED = ['version', 'passed', 'failed', 'total'] as const;

/** @param known the days on which each test of the package was first named, in order */
function stretchesOf(
  records: readonly DayResult[],
  ids: readonly string[],
  known: readonly string[],
): Omit<PackageResult, 'package' | 'release'>[] {
  const stretches: Omit<PackageResult, 'package' | 'release'>[] = [];
  let total = 0;
  for (const { runtime, version, system, day, marks } of records) {
    while (known[total] !== undefined && String(known[total]) <= day) total++;
    const own = ids.flatMap((id): Mark[] => {
      const mark = marks.get(id);
      return mark ? [mark] : [];
    });
    if (own.every((mark) => mark === 'skip')) continue;
    const passed = own.filter((mark) => mark === 'pass').length;
    const failed = own.filter((mark) => mark === 'fail').length;
    const now = { runtime, version, system: system ?? null, from: day, to: day, passed, failed, total };
    const last = stretches.at(-1);
    if (last && COUNTED.every((key) => last[key] === now[key])) last.to = day;
    else stretches.push(now);
  }
  return stretches;
}
