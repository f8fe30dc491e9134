import type { Source } from '../describe/model.ts';
import { lineIndex } from '../report.ts';
import type { Place, Resolved } from '../resolve/resolved.ts';
import { type ComparedVersions, type Pair, type Perspective, pairUp } from './pairing/index.ts';
import type { Found, Severity } from './rule.ts';
import { RULES } from './rules/index.ts';

/** One difference that matters to somebody, and who that is. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** `wasi:http/types.fields.get`. */
  item: string;
  message: string;
  old: Source | null;
  new: Source | null;
}

export interface Comparison {
  perspective: Perspective;
  verdict: 'compatible' | 'breaking';
  /** The most severe first, then in the order of the source. */
  findings: Finding[];
}

export interface CompareOptions {
  /**
   * `guest`: a component built for OLD on a host that offers NEW; `host`: a host built for OLD given a component
   * built for NEW; `component`: a new component put in the place of an old one.
   */
  perspective?: Perspective;
  /** Judge only what this world of the package reaches. */
  world?: string;
}

const RANK: Record<Severity, number> = { breaking: 0, source: 1, policy: 2, info: 3 };

/**
 * All that differs between two versions of a package, judged from one perspective. Both have to be resolved with
 * every feature switched on, so that unstable items are seen. It is breaking when one finding is.
 */
export function compare(old: Resolved, now: Resolved, options: CompareOptions = {}): Comparison {
  const perspective = options.perspective ?? 'guest';
  const versions: ComparedVersions = { old, new: now, perspective, world: options.world };
  const locate = locator();
  const pairs = pairUp(versions);
  const found: Found[] = [];
  const findings: Finding[] = [];
  for (const rule of RULES) {
    for (const pair of pairs) {
      for (const one of rule.check(pair, versions, found)) {
        found.push(one);
        findings.push(toFinding(rule.id, pair, one, locate));
      }
    }
  }
  const breaking = findings.some((finding) => finding.severity === 'breaking');
  return { perspective, verdict: breaking ? 'breaking' : 'compatible', findings: findings.sort(byWeight) };
}

function toFinding(
  rule: string,
  pair: Pair,
  found: Found,
  locate: (place?: Place) => Source | null,
): Finding {
  const { severity, message, item = pair.address, places = pair.places } = found;
  return { rule, severity, item, message, old: locate(places.old), new: locate(places.new) };
}

/** Places as lines and columns; the lines of a file are counted once. */
function locator(): (place?: Place) => Source | null {
  const indices = new Map<Place['file'], ReturnType<typeof lineIndex>>();
  return (place) => {
    if (!place) return null;
    const index = indices.get(place.file) ?? lineIndex(place.file.source.text);
    indices.set(place.file, index);
    return { path: place.file.source.path, ...index.span(place) };
  };
}

function byWeight(a: Finding, b: Finding): number {
  const [x, y] = [a.new ?? a.old, b.new ?? b.old];
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareText(x?.path ?? '', y?.path ?? '') ||
    (x?.line ?? 0) - (y?.line ?? 0) ||
    compareText(a.item, b.item)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
