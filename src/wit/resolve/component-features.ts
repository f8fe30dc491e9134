/** Releases of WASI whose features a package may be held to. */
export const BASELINES = ['wasi-0.2', 'wasi-0.3.0', 'wasi-0.3.1'] as const;

export type Baseline = (typeof BASELINES)[number];

/** Something that WIT can say and that not every release of WASI may use. */
export interface ComponentFeature {
  /** What it is, in the plural. */
  name: string;
  /** The first baseline that may use it; null when none does so far. */
  since: Baseline | null;
  /** What admitted it, or what is known of that. */
  decision: string;
  /** Where that is written down. */
  source?: string;
}

const LAUNCH_0_3 = {
  since: 'wasi-0.3.0',
  decision: 'admitted by the vote of 2026-06-11 that launched WASI 0.3.0',
  source: 'https://github.com/WebAssembly/meetings/blob/main/wasi/2026/WASI-06-11.md',
} as const;

const ADOPTED = 'https://github.com/WebAssembly/WASI/pull/950';

/** By id, in the order of their admission. */
export const COMPONENT_FEATURES = {
  async: { name: 'async functions', ...LAUNCH_0_3 },
  stream: { name: 'streams', ...LAUNCH_0_3 },
  future: { name: 'futures', ...LAUNCH_0_3 },
  map: {
    name: 'maps',
    since: 'wasi-0.3.1',
    decision: 'admitted by the vote of 2026-08-06 on the map type (3 strongly for, 3 for, 1 neutral)',
    source: ADOPTED,
  },
  implements: {
    name: 'interfaces under a label',
    since: 'wasi-0.3.1',
    decision: 'admitted by the vote of 2026-08-06 on implements (4 strongly for, 2 for, 1 neutral)',
    source: ADOPTED,
  },
  'external-id': {
    name: 'external ids',
    since: 'wasi-0.3.1',
    decision: 'admitted with implements, by the vote of 2026-08-06 (4 strongly for, 2 for, 1 neutral)',
    source: ADOPTED,
  },
  'fixed-length-list': {
    name: 'lists of fixed length',
    since: null,
    decision: 'no vote has admitted them so far',
  },
  'error-context': {
    name: 'error contexts',
    since: null,
    decision: 'no vote has admitted them so far',
  },
} satisfies Record<string, ComponentFeature>;

export type FeatureId = keyof typeof COMPONENT_FEATURES;

/** Whether a baseline may use a feature. */
export function admits(baseline: Baseline, id: FeatureId): boolean {
  const { since }: ComponentFeature = COMPONENT_FEATURES[id];
  return since !== null && BASELINES.indexOf(since) <= BASELINES.indexOf(baseline);
}
