import { current, type Matrix, type MatrixTest, RELEASES, type Target } from '../../conformance/index.ts';
import type { Content } from '../content.ts';

/** The tests of one release, or of those among them that touch an interface. */
export interface View {
  release: string;
  /** `wasi:http/types`; undefined for the whole release. */
  face?: string;
  tests: MatrixTest[];
}

/** The release of a test, for pages. */
export function releaseOf({ target }: MatrixTest): string {
  return RELEASES[target as Target] ?? 'other';
}

/** The whole releases, the newest first. */
export function releaseViews({ matrix }: Pick<Content, 'matrix'>): View[] {
  return [...Map.groupBy(matrix?.tests ?? [], releaseOf)]
    .map(([release, tests]) => ({ release, tests }))
    .sort((a, b) => (a.release < b.release ? 1 : -1));
}

/** One for each release and interface that a test touches. */
export function interfaceViews(site: Pick<Content, 'matrix'>): View[] {
  return releaseViews(site).flatMap(({ release, tests }) => {
    const faces = new Set(tests.flatMap(({ interfaces }) => interfaces.map(({ name }) => plainName(name))));
    return [...faces]
      .sort()
      .map((face) => ({ release, face, tests: tests.filter((test) => touches(test, face)) }));
  });
}

/** Whether a test imports or exports an interface. @param face without a version */
export function touches({ interfaces }: MatrixTest, face: string): boolean {
  return interfaces.some(({ name }) => plainName(name) === face);
}

export function plainName(name: string): string {
  return name.replace(/@.*$/, '');
}

/** The part of an address that stands for an interface: `http-types`. */
export function faceSlug(face: string): string {
  return face.replace(/^wasi:/, '').replace(/[^\w-]+/g, '-');
}

export function viewPath({ release, face }: Pick<View, 'release' | 'face'>): string {
  return face ? `/implementations/${release}/${faceSlug(face)}/` : `/implementations/${release}/`;
}

/** How many of some tests a runtime passes, of how many that it ran. */
export function score(tests: readonly MatrixTest[], at: number): { passed: number; ran: number } {
  const marks = tests.flatMap(({ cells }) => current(cells[at] ?? { stretches: [], issues: [] })?.mark ?? []);
  return { passed: marks.filter((mark) => mark === 'pass').length, ran: marks.length };
}

/** The tests on which runtimes that ran them disagree, and those that all of them fail. */
export function differences({ tests }: Matrix): { disagreed: MatrixTest[]; failed: MatrixTest[] } {
  const marksOf = ({ cells }: MatrixTest) => new Set(cells.flatMap((cell) => current(cell)?.mark ?? []));
  return {
    disagreed: tests.filter((test) => marksOf(test).size > 1),
    failed: tests.filter((test) => {
      const marks = marksOf(test);
      return marks.size === 1 && marks.has('fail');
    }),
  };
}
