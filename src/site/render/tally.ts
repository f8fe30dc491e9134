import type { Tally } from '../../meetings/index.ts';
import { type Html, html } from './html.ts';

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
export function tallyChart(tally: Tally): Html {
  const numbers = ANSWERS.map(([key, words]) => html`<li class="${key}"><b>${tally[key]}</b> ${words}</li>`);
  return html`<div class="tally">${tallyBar(tally)}<ul>${numbers}</ul></div>`;
}

/** The bar alone. It repeats numbers that stand beside it, so it is not read aloud. */
export function tallyBar(tally: Tally): Html {
  const bars = tallyBars(tally).map(
    ({ key, x, width, height }) => html`<rect class="${key}" x="${x}" width="${width}" height="${height}"/>`,
  );
  const { viewBox, preserveAspectRatio } = TALLY_BOX;
  return html`<svg class="tally-bar" viewBox="${viewBox}" preserveAspectRatio="${preserveAspectRatio}" aria-hidden="true">${bars}</svg>`;
}

/** The attributes of the bar. */
export const TALLY_BOX = { viewBox: '0 0 100 8', preserveAspectRatio: 'none', ariaHidden: 'true' };

/** What the bar is made of: a stretch for each answer that somebody gave. */
export function tallyBars(tally: Tally): { key: string; x: number; width: number; height: number }[] {
  const total = ANSWERS.reduce((sum, [key]) => sum + tally[key], 0);
  let at = 0;
  return ANSWERS.flatMap(([key]) => {
    const width = total === 0 ? 0 : (100 * tally[key]) / total;
    const x = at;
    at += width;
    return width > 0 ? [{ key, x: round(x), width: round(width), height: 8 }] : [];
  });
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
