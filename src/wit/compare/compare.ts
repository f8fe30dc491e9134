import type { Source } from '../describe/model.ts';
import { lineIndex } from '../report.ts';
import type { Place, Resolved } from '../resolve/resolved.ts';
import { changedDocs } from './docs-changed.ts';
import { type Explained, foldConsequences } from './fold-consequences.ts';
import { type ComparedVersions, type Pair, type Perspective, pairUp } from './pairing/index.ts';
import { findRenames, type Renamed } from './renames/index.ts';
import { type Found, RANK, type Severity } from './rule.ts';
import { RULES } from './rules/index.ts';
import { summarize } from './summarize.ts';
import { isVersionOnly } from './version-only.ts';

/** One difference that matters to somebody, and who that is. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** `wasi:http/types.fields.get`. */
  item: string;
  message: string;
  old: Source | null;
  new: Source | null;
  /** What differs only because of this. */
  consequences?: Finding[];
}

/** Findings with all that follows from them, one after another. */
export function flatFindings(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...flatFindings(finding.consequences ?? [])]);
}

export interface Comparison {
  perspective: Perspective;
  verdict: 'compatible' | 'breaking';
  /** One sentence for a reader. */
  summary: string;
  /** Whether nothing but version numbers differs, here and in what is imported; documentation aside. */
  versionOnly: boolean;
  /** Whether the documentation of something that both versions have differs. */
  docsChanged: boolean;
  /** What went and came in another name, place or form. */
  renamed: Renamed[];
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
  const explained: Explained[] = [];
  for (const rule of RULES) {
    for (const pair of pairs) {
      for (const one of rule.check(pair, versions, found)) {
        found.push(one);
        explained.push({ finding: toFinding(rule.id, pair, one, locate), cause: one.cause });
      }
    }
  }
  const renamed = findRenames(versions);
  const versionOnly = versionDiffers(versions) && isVersionOnly(versions, pairs);
  const docs = changedDocs(versions, pairs);
  const summary = summarize({ versions, pairs, explained, renamed, versionOnly, docs });
  const findings = foldConsequences(explained).sort(byWeight);
  const breaking = findings.some((finding) => finding.severity === 'breaking');
  const verdict = breaking ? 'breaking' : 'compatible';
  return { perspective, verdict, summary, versionOnly, docsChanged: docs.length > 0, renamed, findings };
}

function versionDiffers({ old, new: now }: ComparedVersions): boolean {
  return old.packages[old.main]?.version !== now.packages[now.main]?.version;
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
