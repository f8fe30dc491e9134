import { type Cause, causeKey } from './cause.ts';
import type { Finding } from './compare.ts';
import { RANK } from './rule.ts';

/** A finding and why it is there, when that is not in itself. */
export interface Explained {
  finding: Finding;
  cause?: Cause;
}

/**
 * One finding for one cause: what follows from another finding is put beneath it, as its consequences. A finding is at
 * least as severe as what follows from it, so that the verdict can be read off the findings alone.
 */
export function foldConsequences(explained: readonly Explained[]): Finding[] {
  const heads = new Map<Finding, Finding>();
  const byItem = new Map(explained.map(({ finding }) => [`${finding.rule} ${finding.item}`, finding]));
  const ownStep = explained.find(({ finding }) => finding.rule === 'version-bump');
  const groups = new Map<string, Explained[]>();
  for (const one of explained) {
    if (!one.cause) continue;
    const key = causeKey(one.cause);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    const head = first && (headOf(first, byItem, ownStep) ?? mostSevere(group));
    if (!head) continue;
    const followers = group.map(({ finding }) => finding);
    if (first.cause?.kind === 'resource') {
      const added = byItem.get(`type-added ${first.cause.new}`);
      if (added) followers.push(added);
    }
    for (const finding of followers) if (finding !== head) heads.set(finding, head);
  }
  for (const [finding, head] of heads) {
    const root = rootOf(heads, head);
    if (root !== finding) root.consequences = [...(root.consequences ?? []), finding];
  }
  const roots = explained.map(({ finding }) => finding).filter((finding) => !heads.has(finding));
  for (const root of roots) raise(root);
  return roots;
}

/** The finding that is itself the cause. */
function headOf(
  { finding, cause }: Explained,
  byItem: ReadonlyMap<string, Finding>,
  ownStep: Explained | undefined,
): Finding | undefined {
  switch (cause?.kind) {
    case 'step': {
      const own = ownStep?.cause;
      const isOurs =
        own?.kind === 'step' && own.step.old === cause.step.old && own.step.new === cause.step.new;
      return isOurs ? ownStep?.finding : undefined;
    }
    case 'resource':
      return (
        byItem.get(`type-removed ${cause.old}`) ??
        byItem.get(`interface-removed ${cause.old.replace(/\.[^.]*$/, '')}`)
      );
    case 'interface':
      return byItem.get(`interface-removed ${cause.address}`);
    case 'include':
      return byItem.get(`${finding.rule} ${cause.address}`);
    default:
      return undefined;
  }
}

function mostSevere(group: readonly Explained[]): Finding | undefined {
  return group.map(({ finding }) => finding).sort((a, b) => RANK[a.severity] - RANK[b.severity])[0];
}

/** Follows a cause to what causes it; a circle ends where it began. */
function rootOf(heads: ReadonlyMap<Finding, Finding>, start: Finding): Finding {
  const seen = new Set([start]);
  for (let at = start; ; ) {
    const next = heads.get(at);
    if (!next || seen.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

function raise(root: Finding): void {
  const worse = (root.consequences ?? []).filter((one) => RANK[one.severity] < RANK[root.severity]);
  const [worst] = worse.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  if (!worst) return;
  root.severity = worst.severity;
  const others =
    worse.length === 1
      ? 'what follows from it, however,'
      : `${worse.length} things that follow from it, however,`;
  root.message = `${root.message}; ${others} ${worst.severity === 'breaking' ? 'no longer link' : 'may no longer build'}`;
}
