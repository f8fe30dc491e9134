/** One measured quantity. */
export interface Row {
  name: string;
  /** Our figure, in `unit`. */
  ours: number;
  /** The peer's figure in the same run, or null where the quantity has no peer (a size). */
  peer: number | null;
  peerName: string;
  /** Ours to the peer's, in the direction that the goal names; null without a peer. */
  ratio: number | null;
  /** What is aimed at, in words: `>= 0.5`. */
  goal: string;
  unit: string;
  note?: string;
}

/** What each file of test/bench exports. */
export interface Bench {
  bench(): Promise<Row[]>;
}
