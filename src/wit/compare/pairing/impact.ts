import type { Change, ComparedVersions, Pair } from './pair.ts';

/** How much a change matters to those who link; `policy` is about gates and versions and is never derived here. */
export type Impact = 'breaking' | 'source' | 'info';

/** A change seen from a perspective: how much it matters, and who is affected and why. */
export interface Judgement {
  impact: Impact;
  reason: string;
}

const RANK: Record<Impact, number> = { breaking: 0, source: 1, info: 2 };

/**
 * What a change means for those who link. What is imported has to be offered by the other side, what is exported
 * has to be there for it; types are compared exactly, so a change breaks in both roles.
 * @see https://component-model.bytecodealliance.org/design/worlds.html
 */
export function judge(versions: ComparedVersions, pair: Pair, change: Change): Judgement {
  const unstable = change === 'added' ? pair.unstable.new : pair.unstable.old;
  if (unstable)
    return { impact: 'info', reason: 'it is marked unstable, so nobody was promised that it stays' };
  const { imported, exported, reached } = pair.role;
  if (!imported && !exported && change === 'added') return { impact: 'info', reason: NEW_WORLDS };
  const judgements = [
    ...(imported ? [asImport(versions, pair, change)] : []),
    ...(exported ? [asExport(versions, change)] : []),
  ].sort((a, b) => RANK[a.impact] - RANK[b.impact]);
  const worst = judgements[0] ?? { impact: 'info', reason: 'no world links to it' };
  return reached ? worst : withExports(versions, change, worst);
}

/** Of an interface that no world reaches, it is also said what would happen if one exported it. */
function withExports(versions: ComparedVersions, change: Change, worst: Judgement): Judgement {
  if (worst.impact === 'breaking' || asExport(versions, change).impact !== 'breaking') return worst;
  return {
    ...worst,
    reason: `${worst.reason}; no world of the package reaches it, and one that exports it would break`,
  };
}

function asImport({ perspective }: ComparedVersions, pair: Pair, change: Change): Judgement {
  const guest = perspective === 'guest';
  const linked = guest ? pair.linked.old : pair.linked.new;
  if (change === (guest ? 'added' : 'removed')) {
    return guest
      ? { impact: 'info', reason: 'guests built before do not ask for it' }
      : {
          impact: 'source',
          reason: `${NEWCOMER[perspective]} does not ask for it, but source that names it must change`,
        };
  }
  if (!linked) return { impact: change === 'added' ? 'info' : 'source', reason: DEAD };
  if (change === 'changed') return { impact: 'breaking', reason: MISMATCH[perspective] };
  return {
    impact: 'breaking',
    reason: guest
      ? 'a guest built for the old version imports it and no longer links'
      : `${NEWCOMER[perspective]} may import it, and ${OFFERER[perspective]} does not offer it`,
  };
}

function asExport({ perspective }: ComparedVersions, change: Change): Judgement {
  const guest = perspective === 'guest';
  if (change === 'changed') return { impact: 'breaking', reason: MISMATCH[perspective] };
  if (change === 'added') {
    return guest
      ? {
          impact: 'breaking',
          reason:
            'a host of the new version expects it, and a guest built for the old one does not export it',
        }
      : { impact: 'info', reason: `${OFFERER[perspective]} does not ask for it` };
  }
  return guest
    ? { impact: 'source', reason: 'hosts no longer ask for it, but source that implements it must change' }
    : {
        impact: 'breaking',
        reason: `${OFFERER[perspective]} expects it, and ${NEWCOMER[perspective]} does not export it`,
      };
}

const NEW_WORLDS = 'only worlds that are new themselves link to it';

const DEAD = 'no function leads to it, so components do not link to it, but source that names it must change';

const NEWCOMER = {
  guest: 'a guest',
  host: 'a component built for the new version',
  component: 'the new component',
} as const;

const OFFERER = {
  guest: 'a host',
  host: 'a host built for the old version',
  component: 'whoever used the old component',
} as const;

const MISMATCH = {
  guest: 'a guest built for the old version and a host of the new one disagree on its type',
  host: 'a host built for the old version and a component built for the new one disagree on its type',
  component: 'whoever used the old component and the new one disagree on its type',
} as const;
