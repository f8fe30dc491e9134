import type { Seen } from './features.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** How likely a block is to carry a decision, from 0 to 1, by its cues and signs. */
export function rank({ cues, signs }: Seen): number {
  let sum = BIAS;
  for (const name of cues) sum += WEIGHTS[name] ?? 0;
  for (const name of signs) sum += WEIGHTS[name] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
