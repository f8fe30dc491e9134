// `WITNESS_MIRRORS=DIR node test/bench/meetings/learn-decisions.ts [--write THRESHOLD]`: learns what each cue is worth
// from the labelled notes, prints what a group or a half that was left out would have got at which threshold, and
// writes src/meetings/decisions/weights.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passages } from '../../../src/meetings/decisions/candidates.ts';
import { THRESHOLD } from '../../../src/meetings/decisions/weights.ts';
import { isNear, placeOf } from '../../meetings/labelled-notes.ts';
import { type Example, learn, type Prepared, prepare, score, type Weights } from './logistic.ts';

const THRESHOLDS = [0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2];

/** Real decisions, those in a decision or a candidate, and the candidates shown. */
export interface Shown {
  real: number;
  held: number;
  shown: number;
}

function shownIn(note: Prepared, weights: Weights, threshold: number): Shown {
  const scores = note.examples.map((one) => score(weights, one));
  const found = passages(note.blocks, scores, threshold, (line) => note.taken.has(line));
  const real = note.labels.filter(({ optional }) => !optional);
  const held = real.filter((label) => {
    const { from, to } = placeOf(label);
    return (
      note.found.has(label) ||
      found.some((p) => (note.blocks[p.from]?.line ?? 0) <= to && (note.blocks[p.to]?.endLine ?? 0) >= from)
    );
  });
  return { real: real.length, held: held.length, shown: found.length };
}

function add(a: Shown, b: Shown): Shown {
  return { real: a.real + b.real, held: a.held + b.held, shown: a.shown + b.shown };
}

const NOTHING: Shown = { real: 0, held: 0, shown: 0 };

/** What each group would get by weights that were learned without it. */
export function withoutGroup(): Map<string, Shown> {
  const notes = prepare();
  const out = new Map<string, Shown>();
  const weights = leftOut(notes, (note) => note.group);
  notes.forEach((note, i) => {
    const got = shownIn(note, weights(i), THRESHOLD);
    for (const name of [note.group, isNear(note.group) ? 'WASI and CG' : 'other groups'])
      out.set(name, add(out.get(name) ?? NOTHING, got));
  });
  return out;
}

/** For each note the weights learned from all notes that are not in its part. */
function leftOut(
  notes: readonly Prepared[],
  part: (note: Prepared, index: number) => string | number,
): (index: number) => Weights {
  const parts = notes.map(part);
  const learned = new Map(
    [...new Set(parts)].map((one) => [one, learn(examplesOf(notes.filter((_, i) => parts[i] !== one)))]),
  );
  return (index) => learned.get(parts[index] ?? '') ?? learn([]);
}

function examplesOf(notes: readonly Prepared[]): Example[] {
  return notes.flatMap(({ examples }) => examples);
}

function curve(notes: readonly Prepared[], weights: (index: number) => Weights): void {
  console.table(
    THRESHOLDS.map((threshold) => {
      const of = (near: boolean) =>
        notes.reduce(
          (sum, note, i) =>
            isNear(note.group) === near ? add(sum, shownIn(note, weights(i), threshold)) : sum,
          NOTHING,
        );
      const [near, others] = [of(true), of(false)];
      return {
        threshold,
        'recall, WASI and CG': Number((near.held / near.real).toFixed(3)),
        'candidates each': Number((near.shown / near.real).toFixed(2)),
        'recall, others': Number((others.held / others.real).toFixed(3)),
        'candidates each, others': Number((others.shown / others.real).toFixed(2)),
      };
    }),
  );
}

function main(): void {
  const notes = prepare();
  const all = learn(examplesOf(notes));
  console.log('a group left out');
  curve(
    notes,
    leftOut(notes, (note) => note.group),
  );
  console.log('half of the notes left out');
  curve(
    notes,
    leftOut(notes, (_, i) => i % 2),
  );
  console.log('learned from all');
  curve(notes, () => all);
  const at = process.argv.indexOf('--write');
  if (at < 0) return;
  writeFileSync(
    join(import.meta.dirname, '../../../src/meetings/decisions/weights.ts'),
    fileOf(notes, all, Number(process.argv[at + 1] ?? THRESHOLD)),
  );
}

function fileOf(notes: readonly Prepared[], { bias, weights }: Weights, threshold: number): string {
  const groups = [...new Set(notes.map(({ group }) => group))];
  const real = notes.flatMap(({ labels }) => labels.filter(({ optional }) => !optional)).length;
  const lines = Object.entries(weights).map(
    ([name, weight]) => `  ${/^\w+$/u.test(name) ? name : `'${name}'`}: ${weight.toFixed(2)},`,
  );
  return `// Made by test/bench/meetings/learn-decisions.ts, not by hand: logistic regression over the paragraphs and list items of
// ${notes.length} labelled notes of ${groups.length} groups (${groups.join(', ')})
// with ${real} decisions.

/** What every block starts from. */
export const BIAS = ${bias.toFixed(2)};

/** Blocks that score less are no candidates: a group that was left out keeps most of its decisions at this value. */
export const THRESHOLD = ${threshold};

/** What each cue of \`cues.ts\` and each sign of \`features.ts\` adds. */
export const WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}

if (import.meta.main) main();
