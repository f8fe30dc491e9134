import type { Tally } from '../../meetings/index.ts';

/** `15/9/5/0/0`: strongly for, for, neutral, against, strongly against. */
export function tallyText({ sf, f, n, a, sa }: Tally): string {
  return [sf, f, n, a, sa].join('/');
}
