import type { Tally } from '../../meetings/index.ts';

/** The five answers of a poll, the most favourable first. */
const ANSWERS = [
  ['sf', 'strongly for'],
  ['f', 'for'],
  ['n', 'neutral'],
  ['a', 'against'],
  ['sa', 'strongly against'],
] as const;

/** A tally in words: `24 strongly for, 10 for, 1 neutral, 0 against, 1 strongly against`. */
export function tallyText(tally: Tally): string {
  return ANSWERS.map(([key, words]) => `${tally[key]} ${words}`).join(', ');
}

/** A tally where space is short, in the customary order: `24/10/1/0/1`. */
export function tallyShort(tally: Tally): string {
  return ANSWERS.map(([key]) => tally[key]).join('/');
}

/** A tally as a bar with its numbers below. */
export function tallyChart(tally: Tally): string {
  const numbers = ANSWERS.map(([key, words]) => `<li class="${key}"><b>${tally[key]}</b> ${words}</li>`).join(
    '',
  );
  return `<div class="tally">${tallyBar(tally)}<ul>${numbers}</ul></div>`;
}

/** The bar alone. It repeats numbers that stand beside it, so it is not read aloud. */
export function tallyBar(tally: Tally): string {
  const total = ANSWERS.reduce((sum, [key]) => sum + tally[key], 0);
  let at = 0;
  const bars = ANSWERS.map(([key]) => {
    const width = total === 0 ? 0 : (100 * tally[key]) / total;
    const bar =
      width === 0 ? '' : `<rect class="${key}" x="${round(at)}" width="${round(width)}" height="8"/>`;
    at += width;
    return bar;
  }).join('');
  return `<svg class="tally-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
